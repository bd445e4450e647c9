package dev.baton.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A refusal of the engine's REST reaches people as the sentence that it is, also in Tasklist: without "Cannot submit task
 * form 4711: " in front, without codes, Java's names and the engine's rights, and never empty.
 */
@Component
class ErrorMessageFilter extends OncePerRequestFilter {

    private static final ObjectMapper JSON = EngineRestObjectMapper.MAPPER;

    private static final Pattern PREFIX = Pattern.compile(
            "^Cannot (?:submit task form|complete task|resolve task|instantiate process definition|deliver message)(?: \\S+)?: (?=\\S)");
    private static final Pattern EXCEPTION = Pattern.compile("^(?:[a-z]\\w*\\.)+\\w+Exception: ");
    private static final Pattern CODE = Pattern.compile("\\b(?:ENGINE|UTILS|ENGINE-REST|SPIN)(?:/\\w+)*-\\d+ ");
    private static final Pattern CLASS =
            Pattern.compile("(?:java type |class )?\\b(?:java|org|com|jakarta|dev)(?:\\.[a-z]\\w*)+\\.([A-Z]\\w*)");

    private static final Pattern RIGHT = Pattern.compile(
            "^(?:The user with id '|Required admin authenticated group).*(?:permission|authenticated)", Pattern.DOTALL);

    private static final String NO_WORDS =
            "The request is not what this address takes: see the description of the engine's REST.";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !(path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/engine/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var kept = new BufferedErrorResponse(response);
        next.doFilter(request, kept);
        var body = kept.body();
        if (body.isPresent()) {
            var answer = plain(body.get(), kept);
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }

    private static byte[] plain(byte[] body, HttpServletResponse response) throws JsonProcessingException {
        var answer = read(body).orElseGet(() -> JSON.createObjectNode().put("type", "InvalidRequestException"));
        if (response.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            // Some resources call a failure what a command has refused, or what no command has seen.
            ClientErrorMessages.inWords(answer.path("message").asText("")).ifPresent(refusal -> {
                response.setStatus(refusal.getStatus().getStatusCode());
                answer.put("type", "InvalidRequestException").put("message", refusal.getMessage());
            });
        }
        return JSON.writeValueAsBytes(
                answer.put("message", sentence(answer.path("message").asText(""))));
    }

    private static Optional<ObjectNode> read(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8)) instanceof ObjectNode answer
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    static String sentence(String message) {
        if (RIGHT.matcher(message).find()) {
            return Refusal.NOT_ALLOWED;
        }
        var said = EXCEPTION.matcher(message).replaceFirst("");
        said = PREFIX.matcher(said).replaceFirst("");
        said = CODE.matcher(said).replaceAll("");
        said = CLASS.matcher(said).replaceAll("$1");
        return said.isBlank() || said.equals("null") ? NO_WORDS : said;
    }
}
