package dev.baton.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text, numbers, yes or no, lists and maps of these: what survives the way into a text column and back. */
final class PlainJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> DETAIL = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> NAMES = new TypeReference<>() {};

    private PlainJson() {}

    static Map<String, Object> copy(Map<String, Object> detail) {
        Map<String, Object> copy = new LinkedHashMap<>();
        detail.forEach((key, value) -> copy.put(key, plain(key, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object plain(String path, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(path + "." + key, inner)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(plain(path + "[]", inner)));
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException(
                "The detail '" + path + "' of an event must be text, a number, yes or no, a" + " list or a map, not "
                        + (value == null ? "nothing" : value.getClass().getName()) + ".");
    }

    static String write(Map<String, ?> map) {
        return json(map);
    }

    static String write(String text) {
        return json(text);
    }

    static Map<String, Object> detail(String json) {
        return read(json, DETAIL);
    }

    static Map<String, String> names(String json) {
        return read(json, NAMES);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored JSON text does not parse: " + e.getOriginalMessage(), e);
        }
    }
}
