package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/** Trusts the session of the web apps' login, the only login of pages, for as long as {@link WebAppSessions} do. */
final class WebAppSessionFilter extends AbstractPreAuthenticatedProcessingFilter {

    private final WebAppSessions sessions;

    WebAppSessionFilter(WebAppSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected @Nullable Object getPreAuthenticatedPrincipal(HttpServletRequest request) {
        var session = EndpointKind.of(request).takesSession() ? request.getSession(false) : null;
        return session == null ? null : sessions.person(session).orElse(null);
    }

    @Override
    protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
        return "";
    }
}
