/** Tries every way in that is not meant, at a running server. */
@NullMarked
package dev.baton.security;

import org.jspecify.annotations.NullMarked;
