package dev.baton.security;

import dev.baton.camunda.EngineRestObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Says no with one sentence, in the shape that the asked endpoint speaks. */
final class ErrorResponse {

    /** Those of the API that are answered before it is asked. */
    private static final Map<HttpStatus, String> TYPES = Map.of(
            HttpStatus.PAYLOAD_TOO_LARGE, "urn:baton:problem:too-large",
            HttpStatus.SERVICE_UNAVAILABLE, "urn:baton:problem:unavailable");

    private ErrorResponse() {}

    static void with(HttpStatus status, String sentence, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        response.setCharacterEncoding("UTF-8");
        var endpoint = EndpointKind.of(request);
        if (endpoint.isEngine() || EndpointKind.pathOf(request).startsWith("/camunda/")) {
            response.setContentType("application/json");
            write(Map.of("type", type(status), "message", sentence), response);
        } else {
            response.setContentType("application/problem+json");
            var problem = new LinkedHashMap<String, Object>();
            problem.put("type", TYPES.getOrDefault(status, "about:blank"));
            problem.put("title", status.getReasonPhrase());
            problem.put("status", status.value());
            problem.put("detail", sentence);
            problem.put("errors", List.of());
            write(problem, response);
        }
        response.flushBuffer();
    }

    private static void write(Map<String, Object> answer, HttpServletResponse response) throws IOException {
        response.getWriter().print(EngineRestObjectMapper.MAPPER.writeValueAsString(answer));
    }

    private static String type(HttpStatus status) {
        return status == HttpStatus.FORBIDDEN ? "AuthorizationException" : "InvalidRequestException";
    }
}
