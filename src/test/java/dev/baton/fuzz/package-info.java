/** Sends nonsense to every address that takes input, and looks whether anything fails, stays or slows down. */
@org.jspecify.annotations.NullMarked
package dev.baton.fuzz;
