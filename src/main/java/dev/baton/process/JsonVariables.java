package dev.baton.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.shared.Json;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads and writes process variables of type Json as Jackson trees. */
public final class JsonVariables {

    private JsonVariables() {}

    public static JsonValue variable(JsonNode tree) {
        return SpinValues.jsonValue(tree.toString()).create();
    }

    /** The variable as a tree; missing when it is not set or not JSON. */
    public static JsonNode tree(VariableScope scope, String name) {
        return tree(scope.<TypedValue>getVariableTyped(name, false));
    }

    public static JsonNode localTree(VariableScope scope, String name) {
        return tree(scope.<TypedValue>getVariableLocalTyped(name, false));
    }

    /** The variable as what it is: a JSON document as a tree, a text as a text. */
    public static JsonNode value(VariableScope scope, String name) {
        return value(scope.<TypedValue>getVariableTyped(name, false));
    }

    public static JsonNode value(@Nullable TypedValue value) {
        return value instanceof JsonValue || value == null || isUnread(value) || value.getValue() == null
                ? tree(value)
                : Json.MAPPER.valueToTree(value.getValue());
    }

    public static JsonNode tree(@Nullable TypedValue value) {
        if (value instanceof JsonValue json) {
            return tree(json);
        }
        if (value == null) {
            return MissingNode.getInstance();
        }
        if (isUnread(value)) {
            return Json.parse(serialized(value));
        }
        if (value.getValue() == null) {
            return MissingNode.getInstance();
        }
        return value.getValue() instanceof String text ? Json.parse(text) : Json.MAPPER.valueToTree(value.getValue());
    }

    /** Whether a document is still only what was written: its value cannot be asked for. */
    static boolean isUnread(TypedValue value) {
        return value instanceof SerializableValue document && !document.isDeserialized();
    }

    static String serialized(TypedValue unread) {
        return Objects.toString(((SerializableValue) unread).getValueSerialized(), "");
    }

    /** Missing also where the document went away between two reads: whoever took it makes this command run again. */
    private static JsonNode tree(JsonValue json) {
        if (json.getValueSerialized() != null) {
            return Json.parse(json.getValueSerialized());
        }
        return json.isDeserialized() && json.getValue() != null
                ? Json.parse(json.getValue().toString())
                : MissingNode.getInstance();
    }
}
