package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** One rule about what a person may ask for; the sentence says why a request is refused. */
@FunctionalInterface
interface AccessRule {

    /** With what a refused request is answered. */
    default HttpStatus status() {
        return HttpStatus.FORBIDDEN;
    }

    Optional<String> refusal(EngineUser person, HttpServletRequest request) throws IOException;
}
