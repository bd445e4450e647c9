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

/**
 * Signing out of the web apps, once they have checked their token, ends the session for every page. Where a provider has
 * signed somebody in, the answer names the page by which the browser signs out there.
 */
final class WebAppLogoutFilter extends OncePerRequestFilter {

    static final String SIGN_OUT = "Baton-Sign-Out";

    private final LogoutHandler session = new SecurityContextLogoutHandler();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EndpointKind.of(request) != EndpointKind.SIGN_IN
                || !EndpointKind.pathOf(request).contains("/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var ending = request.getSession(false);
        if (ending != null) {
            WebAppSessions.signOut(ending).ifPresent(page -> response.setHeader(SIGN_OUT, page));
        }
        next.doFilter(request, response);
        session.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    }
}
