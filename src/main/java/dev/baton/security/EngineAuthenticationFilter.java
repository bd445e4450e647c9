package dev.baton.security;

import dev.baton.shared.Entrance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the engine act in the name of the person for one request, and tells it by which entrance the person came. */
final class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final CurrentUser current;
    private final EngineAuthentication engine;

    EngineAuthenticationFilter(CurrentUser current, EngineAuthentication engine) {
        this.current = current;
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var person = current.get();
        if (person.isEmpty()) {
            next.doFilter(request, response);
            return;
        }
        var endpoint = EndpointKind.of(request);
        var passage = entrance(endpoint).enter();
        try {
            if (!isOfWebApps(endpoint)) {
                engine.set(person.get());
            }
            next.doFilter(request, response);
        } finally {
            engine.clear();
            passage.leave();
        }
    }

    private static Entrance entrance(EndpointKind endpoint) {
        return switch (endpoint) {
            case WEB_APP_CALL, SIGN_IN -> Entrance.TASKLIST;
            case ENGINE_REST -> Entrance.ENGINE_REST;
            default -> Entrance.API;
        };
    }

    /** The web apps set and clear the engine's person themselves. */
    private static boolean isOfWebApps(EndpointKind endpoint) {
        return endpoint == EndpointKind.WEB_APP_CALL || endpoint == EndpointKind.SIGN_IN;
    }
}
