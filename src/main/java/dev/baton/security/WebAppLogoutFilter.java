package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signing out of the web apps, once they have checked their token, ends the session for every page. */
final class WebAppLogoutFilter extends OncePerRequestFilter {

    private final LogoutHandler session = new SecurityContextLogoutHandler();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EndpointKind.of(request) != EndpointKind.SIGN_IN
                || !EndpointKind.pathOf(request).contains("/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        next.doFilter(request, response);
        session.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    }
}
