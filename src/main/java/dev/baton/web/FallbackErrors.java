package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The same words for what goes wrong before or behind the endpoints: a refused address, a crash while answering. */
@Configuration(proxyBeanMethods = false)
class FallbackErrors {

    private static final String ADDRESS =
            "The address or a header of this request can be read in two ways: send no //, no ;,"
                    + " no encoded slashes and no control characters.";

    private static final String UNREADABLE =
            "The web server cannot read this request: send HTTP/1.1, with an address without encoded slashes, short"
                    + " headers, and a body as long as they say.";

    /** Statuses of a server that are about what the caller speaks. */
    private static final Set<Integer> NOT_SPOKEN =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    @Bean
    BasicErrorController errors(ErrorAttributes attributes, ServerProperties server) {
        return new BasicErrorController(attributes, server.getError()) {
            @Override
            public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
                var status = getStatus(request);
                return ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Answer.to(status.value()).body());
            }
        };
    }

    /** Addresses and headers that can be read in two ways. */
    @Bean
    RequestRejectedHandler refusedAddresses() {
        return (request, response, rejected) -> {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(Answer.REFUSED_ADDRESS.json().getBytes(StandardCharsets.UTF_8));
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

    /** A problem with the status that the response has; what no kind stands for is called as HTTP calls it. */
    private record Answer(int status, String type, String title, String sentence) {

        static final Answer REFUSED_ADDRESS = of(ProblemKind.INVALID, ADDRESS);

        static Answer to(int status) {
            return ProblemKind.find(status)
                    .map(kind -> of(kind, sentence(kind)))
                    .orElseGet(() -> new Answer(status, "about:blank", title(status), sentence(status)));
        }

        private static Answer of(ProblemKind kind, String sentence) {
            return new Answer(kind.status().value(), kind.type().toString(), kind.title(), sentence);
        }

        private static String sentence(ProblemKind kind) {
            return switch (kind) {
                case INVALID, FAILURE -> sentence(kind.status().value());
                default -> kind.title() + ".";
            };
        }

        private static String sentence(int status) {
            return status < 500 || NOT_SPOKEN.contains(status)
                    ? UNREADABLE
                    : Problems.failure().sentence();
        }

        private static String title(int status) {
            var known = HttpStatus.resolve(status);
            return known == null ? "Status " + status : known.getReasonPhrase();
        }

        Map<String, Object> body() {
            return Map.of("type", type, "title", title, "status", status, "detail", sentence, "errors", List.of());
        }

        String json() {
            return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"errors\":[]}"
                    .formatted(type, title, status, sentence);
        }
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
                    reporter.write(Answer.to(response.getStatus()).json());
                    response.finishResponse();
                }
            } catch (IOException gone) {
                container.getLogger().debug("Nobody waits for the answer any more", gone);
            }
        }
    }
}
