package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Trusts the session of the web apps' login, the only login of pages. Groups are read afresh: a person who was removed
 * or lost a role is stopped at the next click. Signing out of the web apps ends the session for every page.
 */
final class WebAppSession extends OncePerRequestFilter {

    private final EnginePeople people;

    WebAppSession(EnginePeople people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var door = Door.of(request);
        if (door.takesSession() && SecurityContextHolder.getContext().getAuthentication() == null) {
            signedIn(request).flatMap(people::find).ifPresent(person -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new KnownPerson(person));
                SecurityContextHolder.setContext(context);
            });
        }
        next.doFilter(request, response);
        if (door == Door.SIGN_IN && Door.pathOf(request).contains("/logout")) {
            endSession(request);
        }
    }

    private static Optional<String> signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var login = AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        return login == null ? Optional.empty() : Optional.of(login.getIdentityId());
    }

    static void endSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
