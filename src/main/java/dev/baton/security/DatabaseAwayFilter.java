package dev.baton.security;

import dev.baton.database.DatabaseWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, says so at once and at every door; and says so where a request that had begun before has
 * failed of it, whatever words that got.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    private static final String SENTENCE =
            "The database does not answer at this moment. Nothing was lost: send this again in a few seconds.";
    private static final String SECONDS = "5";

    private final DatabaseWatch watch;

    DatabaseAwayFilter(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var endpoint = EndpointKind.of(request);
        return endpoint == EndpointKind.HEALTH || endpoint == EndpointKind.LOGIN_PAGE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (watch.isAway()) {
            refuse(request, response);
            return;
        }
        var held = new HeldFailure(response);
        try {
            next.doFilter(request, held);
        } catch (ServletException | IOException | RuntimeException thrown) {
            if (response.isCommitted() || !watch.hasBeenAway()) {
                throw thrown;
            }
            LOG.debug("{} failed of the database", request.getRequestURI(), thrown);
            refuse(request, response);
            return;
        }
        if (held.isFailure() && !request.isAsyncStarted() && watch.hasBeenAway()) {
            refuse(request, response);
        } else {
            held.send();
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        ErrorResponse.with(HttpStatus.SERVICE_UNAVAILABLE, SENTENCE, request, response);
    }
}
