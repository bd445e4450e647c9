package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Says no with one sentence, in the shape that the asked door speaks. */
final class Refused {

    private Refused() {}

    static void with(HttpStatus status, String sentence, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        response.setCharacterEncoding("UTF-8");
        var door = Door.of(request);
        if (door.isEngine() || Door.pathOf(request).startsWith("/camunda/")) {
            response.setContentType("application/json");
            response.getWriter().print("{\"type\":\"%s\",\"message\":\"%s\"}".formatted(type(status), sentence));
        } else {
            response.setContentType("application/problem+json");
            response.getWriter()
                    .print("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                            .formatted(status.getReasonPhrase(), status.value(), sentence));
        }
        response.flushBuffer();
    }

    private static String type(HttpStatus status) {
        return status == HttpStatus.FORBIDDEN ? "AuthorizationException" : "InvalidRequestException";
    }
}
