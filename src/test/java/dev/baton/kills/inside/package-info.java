/** The few classes that the killed process has besides the service itself: they stop it in the middle of a transaction. */
@NullMarked
package dev.baton.kills.inside;

import org.jspecify.annotations.NullMarked;
