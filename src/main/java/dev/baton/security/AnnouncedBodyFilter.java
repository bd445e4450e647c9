package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anybody is asked who it is: refuses what is too large for everybody, and receives the form of the login page. */
final class AnnouncedBodyFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var isForNow = EndpointKind.of(request) == EndpointKind.SIGN_IN
                || request.getContentLengthLong() > BodyLimits.of(request);
        if (!isForNow || ReceivedBodyFilter.receive(request, response)) {
            next.doFilter(request, response);
        }
    }
}
