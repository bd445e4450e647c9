package dev.baton.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.baton.server.RequestBody;
import dev.baton.shared.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks into a body of JSON before the engine reads it. */
final class JsonBody {

    private JsonBody() {}

    /** Every value given for a field of the outermost object, also when it is given twice; null, false and empty are none. */
    static List<String> valuesOf(String field, HttpServletRequest request) throws IOException {
        var values = new ArrayList<String>();
        try (var json = Json.MAPPER.createParser(RequestBody.of(request).bytes())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return values;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var asked = json.currentName().equals(field);
                var value = json.nextToken();
                if (asked && value != JsonToken.VALUE_NULL && value != JsonToken.VALUE_FALSE) {
                    values.add(json.getText());
                }
                json.skipChildren();
            }
        } catch (JsonProcessingException broken) {
            return values; // The engine refuses what is no JSON.
        }
        return values;
    }
}
