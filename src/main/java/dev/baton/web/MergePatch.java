package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch as RFC 7396 has it: objects are merged at every depth, null removes, everything else replaces. */
final class MergePatch {

    static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /** The fields at the top level that a patch changes, as they are afterwards; one that is removed is null. */
    static ObjectNode fields(ObjectNode document, ObjectNode patch) {
        var fields = JsonNodeFactory.instance.objectNode();
        patch.properties()
                .forEach(field -> fields.set(
                        field.getKey(),
                        field.getValue().isNull()
                                ? field.getValue()
                                : merged(document.path(field.getKey()), field.getValue())));
        return fields;
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), merged(merged.path(field.getKey()), field.getValue()));
            }
        });
        return merged;
    }
}
