package dev.baton.engine;

import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.jspecify.annotations.Nullable;

/** Stores a JSON value only when it is strict JSON, and neither too big nor too deep. */
final class GuardedJson extends JsonValueSerializer {

    private final ContextLimits limits;
    private final StrictJson json;

    GuardedJson(ContextLimits limits) {
        this.limits = limits;
        this.json = new StrictJson(limits.maxNestingDepth());
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
