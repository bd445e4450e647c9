package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds people to what their role may do where the engine's own authorizations do not reach. */
final class Limits extends OncePerRequestFilter {

    /** One rule; the sentence says why a request is refused. */
    @FunctionalInterface
    interface Limit {
        Optional<String> refusal(SignedIn person, HttpServletRequest request) throws IOException;
    }

    private final List<Limit> limits;

    Limits(List<Limit> limits) {
        this.limits = List.copyOf(limits);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var person = InPersonsName.current();
        if (person.isEmpty()) {
            next.doFilter(request, response);
            return;
        }
        var kept = RememberedBody.of(request);
        for (var limit : limits) {
            var refusal = limit.refusal(person.get(), kept);
            if (refusal.isPresent()) {
                Refused.with(HttpStatus.FORBIDDEN, refusal.get(), request, response);
                return;
            }
        }
        next.doFilter(kept, response);
    }
}
