/** Baton: nothing moves forward with missing context, nothing waits unnoticed, every handoff teaches the next one. */
@org.jspecify.annotations.NullMarked
package dev.baton;
