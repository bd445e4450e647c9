package dev.baton.shared;

/**
 * One field that keeps a request from being accepted.
 *
 * @param field   name of the field, variable or parameter as the caller sent it
 * @param message one sentence that says what to do
 */
public record FieldError(String field, String message) {}
