package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from ({@code Sec-Fetch-Site},
 * else {@code Origin}); scripts and servers say neither and are not meant. The web apps ask for their CSRF token too.
 */
final class FetchMetadataFilter extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (!EndpointKind.isRead(request) && isForeign(request)) {
            ErrorResponse.with(HttpStatus.FORBIDDEN, "Another site may not change anything here.", request, response);
            return;
        }
        next.doFilter(request, response);
    }

    static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOwn(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isOwn(String origin, @org.jspecify.annotations.Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
