package dev.baton.security;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Somebody whom the provider knows, or who says so, does not come in; the message is a sentence for that person. */
final class SignOnRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    SignOnRefused(String sentence) {
        super(sentence);
        status = HttpStatus.UNAUTHORIZED;
    }

    private SignOnRefused(HttpStatus status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    static SignOnRefused away(String provider, Throwable cause) {
        return new SignOnRefused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "%s does not answer at this moment. Try again in a few seconds; whoever has a password here signs in with it."
                        .formatted(provider),
                cause);
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
