package dev.baton.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one mapper of what Baton stores and shows in forms: numbers keep every digit, moments and days are ISO 8601, what is
 * null is left out, and a text holds one value. {@code /api} has Spring's mapper, the engine's REST the engine's.
 */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What was stored. */
    public static <T extends JsonNode> T read(String stored, Class<T> type) {
        try {
            return MAPPER.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** What was stored, as plain values. */
    public static <V> Map<String, V> map(String stored, Class<V> values) {
        try {
            return MAPPER.readerForMapOf(values).readValue(stored);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(JsonProcessingException e) {
        return new IllegalStateException("A stored JSON text does not parse: " + e.getOriginalMessage(), e);
    }

    /** A text that may be JSON; missing where it is not. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** An object as plain values; what is null is left out. */
    public static Map<String, Object> plain(JsonNode tree) {
        var plain = new LinkedHashMap<String, Object>();
        tree.properties().forEach(field -> {
            var value = plainValue(field.getValue());
            if (value != null) {
                plain.put(field.getKey(), value);
            }
        });
        return plain;
    }

    public static @Nullable Object plainValue(JsonNode node) {
        if (node.isObject()) {
            return plain(node);
        }
        if (node.isArray()) {
            var values = new ArrayList<Object>();
            node.forEach(one -> Optional.ofNullable(plainValue(one)).ifPresent(values::add));
            return values;
        }
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        return MAPPER.convertValue(node, Object.class);
    }
}
