/** What the generated clients can do: compiled and run by the profile {@code clients} alone. */
@NullMarked
package dev.baton.clients;

import org.jspecify.annotations.NullMarked;
