package dev.baton.security;

import dev.baton.camunda.RequestBodyRules;
import dev.baton.server.RequestBody;
import dev.baton.shared.FieldError;
import dev.baton.shared.PlainText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what the engine's REST would store or ask the database for without being able to: bodies that are no strict
 * JSON, texts with characters that do not survive, and variables that no rule would see. {@code /api} holds
 * its own requests to the same {@link RequestBodyRules}.
 */
final class StrictJsonFilter extends OncePerRequestFilter {

    private final RequestBodyRules rules;

    StrictJsonFilter(RequestBodyRules rules) {
        this.rules = rules;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !EndpointKind.of(request).isEngine();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var address = inAddress(request);
        if (address.isPresent()) {
            refuse(address.get(), request, response);
            return;
        }
        var fault = isJson(request) ? inBody(RequestBody.of(request).bytes()) : Optional.<FieldError>empty();
        if (fault.isPresent()) {
            refuse(fault.get(), request, response);
            return;
        }
        next.doFilter(request, response);
    }

    private Optional<FieldError> inBody(byte[] body) throws IOException {
        if (body.length == 0) {
            return Optional.empty();
        }
        var fault = rules.fault(body);
        if (fault.isEmpty()) {
            fault = QueryLimits.in(body);
        }
        return fault.isPresent() ? fault : TransientVariables.in(body);
    }

    private static void refuse(FieldError fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ErrorResponse.with(HttpStatus.BAD_REQUEST, fault.message(), request, response);
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return !EndpointKind.isRead(request)
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static Optional<FieldError> inAddress(HttpServletRequest request) {
        var inPath = PlainText.fault(EndpointKind.pathOf(request));
        if (inPath.isPresent()) {
            return inPath.map(fault -> new FieldError("path", "The address " + fault));
        }
        return request.getQueryString() == null ? Optional.empty() : inParameters(request.getParameterMap());
    }

    private static Optional<FieldError> inParameters(Map<String, String[]> parameters) {
        for (var parameter : parameters.entrySet()) {
            var name = parameter.getKey();
            for (var value : parameter.getValue()) {
                var fault = PlainText.fault(name).or(() -> PlainText.fault(value));
                var tooMuch = QueryLimits.in(name, value);
                if (tooMuch.isPresent()) {
                    return tooMuch;
                }
                if (fault.isPresent()) {
                    return fault.map(
                            rest -> new FieldError(name, "The query parameter \"%s\" %s".formatted(name, rest)));
                }
            }
        }
        return Optional.empty();
    }
}
