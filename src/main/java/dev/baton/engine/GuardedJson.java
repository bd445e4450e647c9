package dev.baton.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.jspecify.annotations.Nullable;

/** Stores a JSON value only when it parses, is one value, and is neither too big nor too deep. */
final class GuardedJson extends JsonValueSerializer {

    private final ContextLimits limits;
    private final JsonFactory json;

    GuardedJson(ContextLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxNestingDepth())
                        .build())
                .build();
    }

    @Override
    protected void writeToValueFields(SpinValue value, ValueFields fields, byte @Nullable [] document) {
        if (document != null) {
            check(fields.getName(), document);
        }
        super.writeToValueFields(value, fields, document);
    }

    private void check(@Nullable String name, byte[] document) {
        if (document.length > limits.maxDocumentBytes()) {
            throw refusal(
                    name,
                    "is %,d bytes long; at most %,d fit: move long texts into linked documents."
                            .formatted(document.length, limits.maxDocumentBytes()));
        }
        try (var parser = json.createParser(document)) {
            if (parser.nextToken() == null) {
                throw refusal(name, "is empty; send a JSON value, for example {}.");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw refusal(name, "holds more than one JSON value; send exactly one.");
            }
        } catch (StreamConstraintsException e) {
            throw refusal(
                    name,
                    "is nested too deeply, or holds a name or number that is too long; at most %d levels fit."
                            .formatted(limits.maxNestingDepth()));
        } catch (JsonParseException e) {
            throw refusal(name, "is not valid JSON (%s); correct it and send it again.".formatted(where(e)));
        } catch (IOException e) {
            throw refusal(name, "cannot be read as JSON; correct it and send it again.");
        }
    }

    private static String where(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "position unknown" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static Refusal refusal(@Nullable String name, String remedy) {
        var field = name == null ? "value" : name;
        return Refusal.of(field, (name == null ? "A JSON value " : "'%s' ".formatted(name)) + remedy);
    }
}
