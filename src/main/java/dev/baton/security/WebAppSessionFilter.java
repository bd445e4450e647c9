package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/**
 * Trusts the session of the web apps' login, the only login of pages. Groups are read afresh: a person who was removed
 * or lost a role is stopped at the next click.
 */
final class WebAppSessionFilter extends AbstractPreAuthenticatedProcessingFilter {

    @Override
    protected @Nullable Object getPreAuthenticatedPrincipal(HttpServletRequest request) {
        var session = EndpointKind.of(request).takesSession() ? request.getSession(false) : null;
        if (session == null) {
            return null;
        }
        var login = AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        return login == null ? null : login.getIdentityId();
    }

    @Override
    protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
        return "";
    }
}
