package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** After a deployment through REST, the groups that a new diagram names may start it at once. */
final class DeploymentGrantsFilter extends OncePerRequestFilter {

    private static final Pattern DEPLOYING = Pattern.compile("/deployment/(?:create|[^/]+/redeploy)");

    private final StartGrants starts;

    DeploymentGrantsFilter(StartGrants starts) {
        this.starts = starts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (!DEPLOYING.matcher(EngineRestPath.of(request)).matches()) {
            next.doFilter(request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        next.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK) {
            starts.create();
        }
        answer.copyBodyToResponse();
    }
}
