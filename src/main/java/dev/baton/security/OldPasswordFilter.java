package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever sets a password says their own once more; a borrowed session is no place to guess it faster than elsewhere. */
final class OldPasswordFilter extends OncePerRequestFilter {

    private static final Pattern CHANGE = Pattern.compile("/user/([^/]+)/credentials");
    private static final String OWN = "authenticatedUserPassword";

    private final CurrentUser current;
    private final PasswordLogin login;
    private final HeldAnswers later;

    OldPasswordFilter(CurrentUser current, PasswordLogin login, HeldAnswers later) {
        this.current = current;
        this.login = login;
        this.later = later;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var person = current.get();
        var change = CHANGE.matcher(EngineRestPath.of(request));
        if (person.isEmpty() || !change.matches() || !request.getMethod().equals("PUT")) {
            next.doFilter(request, response);
            return;
        }
        var own = JsonBody.valuesOf(OWN, request);
        if (own.size() == 1) {
            try {
                login.authenticate(person.get().id(), own.get(0), request.getRemoteAddr());
            } catch (WrongPasswordException wrong) {
                later.after(
                        wrong.hold(),
                        request,
                        response,
                        held -> ErrorResponse.with(
                                HttpStatus.BAD_REQUEST,
                                "Your own password, " + OWN + ", is another one.",
                                request,
                                held));
                return;
            } catch (TooManyAttemptsException tooMany) {
                later.after(tooMany.hold(), request, response, held -> {
                    held.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
                    ErrorResponse.with(HttpStatus.TOO_MANY_REQUESTS, tooMany.sentence(), request, held);
                });
                return;
            }
        }
        if (own.size() == 1
                && own.equals(JsonBody.valuesOf("password", request))
                && change.group(1).equals(person.get().id())) {
            // Nothing changes, and no session ends.
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        next.doFilter(request, response);
    }
}
