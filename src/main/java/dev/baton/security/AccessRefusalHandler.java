package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers whoever is not known, guesses, or may not do this: a Basic challenge, the login page or a sentence. */
final class AccessRefusalHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String LOGIN_PAGE = "/camunda/app/tasklist/default/";

    private static final String SWITCHED_OFF = "This call is switched off.";

    private final HeldAnswers later;

    AccessRefusalHandler(HeldAnswers later) {
        this.later = later;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        var hold = failed instanceof HeldBack held ? held.hold() : Duration.ZERO;
        later.after(hold, request, response, answer -> refuse(request, answer, failed));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (failed instanceof TooManyAttemptsException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            ErrorResponse.with(HttpStatus.TOO_MANY_REQUESTS, tooMany.sentence(), request, response);
        } else if (EndpointKind.of(request) == EndpointKind.SWITCHED_OFF) {
            ErrorResponse.with(HttpStatus.FORBIDDEN, SWITCHED_OFF, request, response);
        } else if (isPageForPeople(request)) {
            response.sendRedirect(request.getContextPath() + LOGIN_PAGE);
        } else {
            challenge(request, response, failed);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof AuthorizationDeniedException refused
                && refused.getAuthorizationResult() instanceof AccessRules.Refusal reason) {
            ErrorResponse.with(reason.status(), reason.sentence(), request, response);
        } else {
            ErrorResponse.with(HttpStatus.FORBIDDEN, SWITCHED_OFF, request, response);
        }
    }

    private static void challenge(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (failed instanceof SignOnRefused refused && refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            ErrorResponse.with(refused.status(), refused.sentence(), request, response);
            return;
        }
        if (EndpointKind.of(request).takesBasic() && TokenLogin.isTried(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Baton\", error=\"invalid_token\"");
            var sentence = failed instanceof SignOnRefused refused
                    ? refused.sentence()
                    : "This token is unknown, over or revoked.";
            ErrorResponse.with(HttpStatus.UNAUTHORIZED, sentence, request, response);
            return;
        }
        if (EndpointKind.of(request).takesBasic()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Baton\", charset=\"UTF-8\"");
        }
        ErrorResponse.with(HttpStatus.UNAUTHORIZED, "Sign in with a known person and password.", request, response);
    }

    private static boolean isPageForPeople(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return EndpointKind.of(request) == EndpointKind.PAGE
                && EndpointKind.isRead(request)
                && accept != null
                && accept.contains("text/html");
    }
}
