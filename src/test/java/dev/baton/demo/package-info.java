/** Starts the demo as a newcomer does. */
@NullMarked
package dev.baton.demo;

import org.jspecify.annotations.NullMarked;
