package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tries the password of the login page by {@link PasswordLogin} before the web apps look at it. */
final class LoginPageFilter extends OncePerRequestFilter {

    private final PasswordLogin login;
    private final WebAppSessions sessions;
    private final AccessRefusalHandler refusals;

    LoginPageFilter(PasswordLogin login, WebAppSessions sessions, AccessRefusalHandler refusals) {
        this.login = login;
        this.sessions = sessions;
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
        var names = request.getParameterValues("username");
        var passwords = request.getParameterValues("password");
        if (request.getQueryString() != null || !isOne(names) || !isOne(passwords)) {
            // Another reader could take another one of them.
            ErrorResponse.with(
                    HttpStatus.BAD_REQUEST, "Send one username and one password, as a form.", request, response);
            return;
        }
        var entry = sessions.before(names[0]);
        try {
            login.authenticate(names[0], passwords[0], request.getRemoteAddr());
        } catch (AuthenticationException refused) {
            refusals.commence(request, response, refused);
            return;
        }
        next.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            sessions.opened(request.getSession(false), entry);
        }
    }

    private static boolean isOne(String @org.jspecify.annotations.Nullable [] values) {
        return values != null && values.length == 1;
    }
}
