package dev.baton.fuzz;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What Baton has acknowledged, and where it has to be found again, exactly as it was sent. */
final class Promises {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern VARIABLE =
            Pattern.compile("/engine-rest/(?:process-instance|task)/[^/]+/(?:variables|localVariables)/[^/?]+");

    /** @param pointer where in the answer the promised value stands */
    private record Promise(String pointer, JsonNode value, Attempt made) {}

    private final Map<String, Promise> made = new LinkedHashMap<>();

    void note(Attempt attempt, RawClient.Reply reply) {
        switch (attempt.kind() + " " + attempt.method() + " " + reply.status()) {
            case "api start POST 201" ->
                started(attempt, tree(reply.body()).path("id").asText(), "/packages", "");
            case "engine start POST 200" ->
                started(attempt, tree(reply.body()).path("businessKey").asText(), "/variables", "/value");
            case "api patch PATCH 200" -> patched(attempt, reply);
            case "engine variable PUT 204" -> set(attempt);
            case "engine variable POST 204", "engine complete POST 204", "engine message POST 204" ->
                made.keySet().removeIf(path -> VARIABLE.matcher(path).lookingAt());
            default -> {
                // Nothing was promised.
            }
        }
    }

    private void started(Attempt attempt, String handoff, String packages, String value) {
        var sent = tree(attempt.body());
        sent.at(packages).properties().forEach(entry -> {
            var document = entry.getValue().at(value);
            if (isPackage(entry.getKey())) {
                var written = document.isTextual() ? tree(document.asText()) : document;
                promise(handoff, entry.getKey(), 1, written, attempt);
            }
        });
    }

    private static boolean isPackage(String name) {
        return name.matches("strategyBrief|executionBrief|successCriteria|creativeBrief|feedbackProtocol");
    }

    private void patched(Attempt attempt, RawClient.Reply reply) {
        var version =
                Integer.parseInt(reply.headers().getOrDefault("etag", "\"0\"").replace("\"", ""));
        if (version > 0) {
            var parts = attempt.path().split("/", -1);
            promise(parts[3], parts[5], version, tree(reply.body()), attempt);
        }
    }

    private void promise(String handoff, String name, int version, JsonNode document, Attempt attempt) {
        made.put(
                "/api/handoffs/%s/packages/%s/versions/%d".formatted(handoff, name, version),
                new Promise("/document", document, attempt));
    }

    private void set(Attempt attempt) {
        if (!VARIABLE.matcher(attempt.path()).matches()) {
            return;
        }
        // What a task shows is also what its handoff shows.
        made.keySet()
                .removeIf(path ->
                        path.endsWith(attempt.path().substring(attempt.path().lastIndexOf('/'))));
        var sent = tree(attempt.body());
        var type = sent.path("type").asText("String");
        if (sent.path("value").isTextual() && type.matches("String|Json|json")) {
            var value = type.equals("String")
                    ? sent.path("value")
                    : tree(sent.path("value").asText());
            made.put(attempt.path() + "?deserializeValue=false", new Promise("/value", value, attempt));
        }
    }

    /** Every promise that is not kept, in words. */
    List<String> broken(Function<String, RawClient.Reply> read) {
        var broken = new ArrayList<String>();
        made.forEach((path, promise) -> {
            var reply = read.apply(path);
            var found = reply.isJson() ? tree(reply.body()).at(promise.pointer()) : MissingNode.getInstance();
            if (reply.status() != 200 || !same(promise.value(), found)) {
                broken.add("%s: sent %s, found %s, after %s"
                        .formatted(path, shown(promise.value()), reply.status() + " " + shown(found), promise.made()));
            }
        });
        return broken;
    }

    int count() {
        return made.size();
    }

    /** A variable of type Json comes back as a text. */
    private static boolean same(JsonNode sent, JsonNode found) {
        return sent.equals(Promises::compare, found)
                || (found instanceof TextNode text && sent.equals(Promises::compare, tree(text.asText())));
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    static JsonNode tree(String json) {
        return tree(json.getBytes(StandardCharsets.UTF_8));
    }

    /** As a server reads it, which finds out by itself whether it is UTF-8 or UTF-16. */
    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException("Not JSON: " + new String(json, StandardCharsets.UTF_8), notJson);
        }
    }
}
