package dev.baton.security;

import dev.baton.server.BodyRefused;
import dev.baton.server.RequestBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Once it is known who asks: receives the body, of any type, before anybody reads it. Files only of those who deploy. */
final class ReceivedBodyFilter extends OncePerRequestFilter {

    private static final String NO_DEPLOYMENTS =
            "Your roles do not allow you to deploy: ask operations, or an administrator for a grant.";

    private final CurrentUser current;
    private final AuthorizationService authorizations;

    ReceivedBodyFilter(CurrentUser current, AuthorizationService authorizations) {
        this.current = current;
        this.authorizations = authorizations;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var person = current.get();
        if (BodyLimits.isDeployment(request) && !person.map(this::mayDeploy).orElse(false)) {
            ErrorResponse.with(HttpStatus.FORBIDDEN, NO_DEPLOYMENTS, request, response);
        } else if (person.isEmpty() || receive(request, response)) {
            next.doFilter(request, response);
        }
    }

    private boolean mayDeploy(EngineUser person) {
        return authorizations.isUserAuthorized(person.id(), person.groups(), Permissions.CREATE, Resources.DEPLOYMENT);
    }

    /** False where it was refused, which has been answered. */
    static boolean receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            RequestBody.of(request).receive(BodyLimits.of(request));
            return true;
        } catch (BodyRefused refused) {
            if (refused.status().is5xxServerError()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            response.setHeader(HttpHeaders.CONNECTION, "close");
            ErrorResponse.with(refused.status(), String.valueOf(refused.getMessage()), request, response);
            return false;
        }
    }
}
