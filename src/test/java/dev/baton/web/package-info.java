/** The API as an integrator meets it: real requests at the running server. */
@org.jspecify.annotations.NullMarked
package dev.baton.web;
