package dev.baton.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody guesses passwords, and has to wait before the next one. */
final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("Too many wrong passwords");
        this.wait = wait;
    }

    /** In whole seconds, rounded up. */
    long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
