package dev.baton.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The same words for what goes wrong before or behind the endpoints: a refused address, a crash while answering. */
@Configuration(proxyBeanMethods = false)
class LastResort {

    private static final String ADDRESS =
            "The address or a header of this request can be read in two ways: send no //, no ;,"
                    + " no encoded slashes and no control characters.";

    @Bean
    BasicErrorController errors(ErrorAttributes attributes, ServerProperties server) {
        return new BasicErrorController(attributes, server.getError()) {
            @Override
            public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
                var kind = ProblemKind.of(getStatus(request).value());
                return ResponseEntity.status(getStatus(request))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(body(kind));
            }
        };
    }

    /** What the firewall of paths turns away. */
    @Bean
    RequestRejectedHandler refusedAddresses() {
        return (request, response, rejected) -> {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json(ProblemKind.INVALID).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** What the web server turns away before any filter sees it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    /** What the firewall finds only when somebody reads the parameter or header. */
    static Refused refusedAddress() {
        return new Refused(ProblemKind.INVALID, ADDRESS);
    }

    private static Map<String, Object> body(ProblemKind kind) {
        return Map.of(
                "type", kind.type(),
                "title", kind.title(),
                "status", kind.status().value(),
                "detail", sentence(kind),
                "errors", List.of());
    }

    private static String json(ProblemKind kind) {
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"errors\":[]}"
                .formatted(kind.type(), kind.title(), kind.status().value(), sentence(kind));
    }

    private static String sentence(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> ADDRESS;
            case FAILURE -> Problems.failure().sentence();
            default -> kind.title() + ".";
        };
    }

    private static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                var reporter = response.getReporter();
                if (reporter != null) {
                    reporter.write(json(ProblemKind.of(response.getStatus())));
                    response.finishResponse();
                }
            } catch (IOException gone) {
                container.getLogger().debug("Nobody waits for the answer any more", gone);
            }
        }
    }
}
