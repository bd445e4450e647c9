package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever guesses passwords at the login page, which the web apps check themselves. */
final class LoginThrottleFilter extends OncePerRequestFilter {

    private final LoginThrottle throttle;
    private final AccessRefusalHandler refusals;

    LoginThrottleFilter(LoginThrottle throttle, AccessRefusalHandler refusals) {
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EndpointKind.of(request) != EndpointKind.SIGN_IN
                || !EndpointKind.pathOf(request).contains("/login/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var id = Objects.toString(request.getParameter("username"), "");
        var address = request.getRemoteAddr();
        try {
            throttle.check(id, address);
        } catch (TooManyAttemptsException tooMany) {
            refusals.commence(request, response, tooMany);
            return;
        }
        next.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            throttle.miss(id, address);
        } else if (response.getStatus() == HttpServletResponse.SC_OK) {
            throttle.success(id, address);
        }
    }
}
