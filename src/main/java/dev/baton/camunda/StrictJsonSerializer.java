package dev.baton.camunda;

import dev.baton.shared.Refusal;
import dev.baton.shared.Sizes;
import dev.baton.shared.StrictJson;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.jspecify.annotations.Nullable;

/**
 * Stores a JSON value only when it is strict JSON, and neither too big nor too deep. What fits lies in the
 * variable's own row; only a longer document takes the engine's usual place in a table of its own, which costs a row
 * more to write, to read and to delete.
 */
final class StrictJsonSerializer extends JsonValueSerializer {

    /** What each of the two text columns of a variable holds. */
    private static final int COLUMN = 4000;

    private final ContextLimits limits;
    private final StrictJson json;

    StrictJsonSerializer(ContextLimits limits) {
        this.limits = limits;
        this.json = new StrictJson(limits.maxNestingDepth());
    }

    @Override
    protected void writeToValueFields(SpinValue value, ValueFields fields, byte @Nullable [] document) {
        if (document != null) {
            check(fields.getName(), document);
        }
        var text = document == null ? "" : new String(document, StandardCharsets.UTF_8);
        var first = firstColumn(text);
        var fits = document != null && text.length() - first <= COLUMN;
        fields.setTextValue(fits ? text.substring(0, first) : null);
        fields.setTextValue2(fits && first < text.length() ? text.substring(first) : null);
        super.writeToValueFields(value, fields, fits ? null : document);
    }

    /** How much goes into the first column; a character of two halves is not cut apart. */
    private static int firstColumn(String text) {
        if (text.length() <= COLUMN) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(COLUMN - 1)) ? COLUMN - 1 : COLUMN;
    }

    @Override
    protected byte @Nullable [] readSerializedValueFromFields(ValueFields fields) {
        var first = fields.getTextValue();
        if (first == null) {
            return super.readSerializedValueFromFields(fields);
        }
        var rest = fields.getTextValue2();
        return (rest == null ? first : first + rest).getBytes(StandardCharsets.UTF_8);
    }

    private void check(@Nullable String name, byte[] document) {
        if (document.length > limits.maxDocumentBytes()) {
            throw refusal(
                    name,
                    "has %s; at most %s fit: move long texts into linked documents."
                            .formatted(Sizes.inWords(document.length), Sizes.inWords(limits.maxDocumentBytes())));
        }
        json.fault(document).ifPresent(fault -> {
            var field = name == null || fault.path().isEmpty() ? name : name + "." + fault.path();
            throw refusal(field, fault.rest());
        });
    }

    private static Refusal refusal(@Nullable String name, String remedy) {
        var field = name == null ? "value" : name;
        return Refusal.of(field, (name == null ? "A JSON value " : "'%s' ".formatted(name)) + remedy);
    }
}
