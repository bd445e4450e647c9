package dev.baton.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** So many passwords are tried that this one was not looked at. */
final class TooManyAttemptsException extends AuthenticationException implements HeldBack {

    private static final long serialVersionUID = 1L;
    private static final Duration HOLD = Duration.ofSeconds(1);

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("Too many wrong passwords");
        this.wait = wait;
    }

    /** In whole seconds, rounded up, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    String sentence() {
        return "Too many passwords are tried. Try again in %d seconds.".formatted(seconds());
    }

    @Override
    public Duration hold() {
        return HOLD;
    }
}
