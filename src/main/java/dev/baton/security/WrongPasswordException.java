package dev.baton.security;

import java.time.Duration;
import org.springframework.security.authentication.BadCredentialsException;

/** Nobody is called that, or the password is another one. */
final class WrongPasswordException extends BadCredentialsException implements HeldBack {

    private static final long serialVersionUID = 1L;

    private final Duration hold;

    WrongPasswordException(Duration hold) {
        super("Unknown person or wrong password");
        this.hold = hold;
    }

    @Override
    public Duration hold() {
        return hold;
    }
}
