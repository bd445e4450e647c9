package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers whoever is not known, or knocks at a shut door: a Basic challenge, a login page or a plain no. */
final class Unknown implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String LOGIN_PAGE = "/camunda/app/tasklist/default/";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (Door.of(request) == Door.SHUT) {
            Refused.with(HttpStatus.FORBIDDEN, "This call is switched off.", request, response);
        } else if (isPageForPeople(request)) {
            response.sendRedirect(request.getContextPath() + LOGIN_PAGE);
        } else {
            challenge(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Refused.with(HttpStatus.FORBIDDEN, "This call is switched off.", request, response);
    }

    static void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Door.of(request).takesBasic()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Baton\", charset=\"UTF-8\"");
        }
        Refused.with(HttpStatus.UNAUTHORIZED, "Sign in with a known person and password.", request, response);
    }

    private static boolean isPageForPeople(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return Door.of(request) == Door.PAGE && Door.isRead(request) && accept != null && accept.contains("text/html");
    }
}
