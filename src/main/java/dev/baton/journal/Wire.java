package dev.baton.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** How events are written: their components by name, moments and days in ISO 8601, nothing as null. */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Wire() {}

    static String write(JournalEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, Object> detail(JournalEvent event) {
        return PlainJson.detail(write(event));
    }

    /** @throws IllegalArgumentException where a value does not fit */
    static <T extends JournalEvent> T read(Map<String, ?> detail, Class<T> type) {
        return JSON.convertValue(detail, type);
    }
}
