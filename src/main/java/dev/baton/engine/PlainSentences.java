package dev.baton.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A refusal reaches people as the sentence that it is. The engine's REST API puts "Cannot submit task form 4711: " in
 * front; Tasklist would show that too.
 */
@Component
class PlainSentences extends OncePerRequestFilter {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern DEED =
            Pattern.compile(".*/(submit-form|complete|resolve|start|claim|delivery|message)");
    private static final Pattern PREFIX = Pattern.compile(
            "^Cannot (?:submit task form|complete task|resolve task|instantiate process definition) [^:]*(?:: ?)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || !(path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/engine/"))
                || !DEED.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        next.doFilter(request, kept);
        if (kept.getStatus() == HttpServletResponse.SC_BAD_REQUEST) {
            plain(kept);
        }
        kept.copyBodyToResponse();
    }

    private static void plain(ContentCachingResponseWrapper response) throws IOException {
        if (JSON.readTree(response.getContentAsByteArray()) instanceof ObjectNode answer
                && answer.path("message").isTextual()) {
            var sentence = PREFIX.matcher(answer.path("message").asText()).replaceFirst("");
            response.resetBuffer();
            response.getOutputStream().write(JSON.writeValueAsBytes(answer.put("message", sentence)));
        }
    }
}
