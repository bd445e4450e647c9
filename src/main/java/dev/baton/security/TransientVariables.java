package dev.baton.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds variables that would live for one command only: no rule about variables gets to see them, and diagrams would go by
 * a team, a contract or a package that nobody ever finds again.
 */
final class TransientVariables {

    private TransientVariables() {}

    /** The first one in a body that is valid JSON. */
    static Optional<FieldError> in(byte[] body) throws IOException {
        try (var json = Json.MAPPER.createParser(body)) {
            while (json.nextToken() != null) {
                if (isAboutPassing(json) && json.nextToken() != JsonToken.VALUE_FALSE) {
                    var field = json.getParsingContext()
                            .pathAsPointer()
                            .toString()
                            .substring(1)
                            .replace('/', '.');
                    return Optional.of(new FieldError(
                            field,
                            "\"%s\" is not allowed: Baton keeps every variable, leave it out.".formatted(field)));
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isAboutPassing(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.FIELD_NAME
                && "transient".equals(json.currentName())
                && "valueInfo".equals(json.getParsingContext().getParent().getCurrentName());
    }
}
