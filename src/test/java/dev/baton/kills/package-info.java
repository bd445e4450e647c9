/** The running service is killed in the middle of its work and started again on what it left behind. */
@NullMarked
package dev.baton.kills;

import org.jspecify.annotations.NullMarked;
