package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** One rule about what a person may ask for; the sentence says why a request is refused. */
@FunctionalInterface
interface AccessRule {
    Optional<String> refusal(EngineUser person, HttpServletRequest request) throws IOException;
}
