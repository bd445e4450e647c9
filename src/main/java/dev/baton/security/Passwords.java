package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Checks every password that comes in, by Basic or by the login page, and slows down those who guess. */
final class Passwords extends OncePerRequestFilter {

    private final EnginePeople people;
    private final LoginThrottle throttle;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    Passwords(EnginePeople people, LoginThrottle throttle) {
        this.people = people;
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var door = Door.of(request);
        if (door == Door.SIGN_IN && Door.pathOf(request).contains("/login/")) {
            loginPage(request, response, next);
        } else if (door.takesBasic() && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            basic(request, response, next);
        } else {
            next.doFilter(request, response);
        }
    }

    private void loginPage(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var id = request.getParameter("username") == null ? "" : request.getParameter("username");
        var address = request.getRemoteAddr();
        var wait = throttle.ask(id, address);
        if (!wait.isZero()) {
            tooFast(wait, request, response);
            return;
        }
        next.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            throttle.miss(id, address);
        } else if (response.getStatus() == HttpServletResponse.SC_OK) {
            throttle.success(id, address);
        }
    }

    private void basic(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String id;
        String password;
        try {
            var login = basic.convert(request);
            if (login == null) {
                Unknown.challenge(request, response);
                return;
            }
            id = login.getName();
            password = String.valueOf(login.getCredentials());
        } catch (AuthenticationException unreadable) {
            Unknown.challenge(request, response);
            return;
        }
        var address = request.getRemoteAddr();
        var wait = throttle.ask(id, address);
        if (!wait.isZero()) {
            tooFast(wait, request, response);
            return;
        }
        var person = people.withPassword(id, password);
        if (person.isEmpty()) {
            throttle.miss(id, address);
            Unknown.challenge(request, response);
            return;
        }
        throttle.success(id, address);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new KnownPerson(person.get()));
        SecurityContextHolder.setContext(context);
        next.doFilter(request, response);
    }

    private static void tooFast(Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        Refused.with(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many wrong passwords. Try again in %d seconds.".formatted(seconds),
                request,
                response);
    }
}
