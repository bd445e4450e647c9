package dev.baton.security;

import dev.baton.engine.Entrance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the engine act in the name of the person for one request, and tells it by which entrance the person came. */
final class InPersonsName extends OncePerRequestFilter {

    private final IdentityService identity;

    InPersonsName(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var person = current();
        if (person.isEmpty()) {
            next.doFilter(request, response);
            return;
        }
        var door = Door.of(request);
        var passage = entrance(door).enter();
        try {
            if (!isOfWebApps(door)) {
                actAs(person.get());
            }
            next.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
            passage.leave();
        }
    }

    private static Entrance entrance(Door door) {
        return switch (door) {
            case WEB_APP_CALL, SIGN_IN -> Entrance.TASKLIST;
            case ENGINE_REST -> Entrance.ENGINE_REST;
            default -> Entrance.API;
        };
    }

    /** The web apps set and clear the engine's person themselves. */
    private static boolean isOfWebApps(Door door) {
        return door == Door.WEB_APP_CALL || door == Door.SIGN_IN;
    }

    /** Asks the engine something with the rights of the person, before the request itself has a person. */
    <T> T ask(SignedIn person, Supplier<T> question) {
        try {
            actAs(person);
            return question.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void actAs(SignedIn person) {
        identity.setAuthentication(person.id(), person.groups(), person.tenants());
    }

    static Optional<SignedIn> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof KnownPerson known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }
}
