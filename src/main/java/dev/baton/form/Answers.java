package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.people.Role;
import dev.baton.process.JsonVariables;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a person submits, over what the process holds already: the first part of a path is a variable, the rest leads into
 * its JSON. Each variable is read once.
 */
final class Answers {

    private static final String TEAM = "team.";

    private final Map<String, Object> given;
    private final VariableScope scope;
    private final Map<String, JsonNode> read = new HashMap<>();

    /** Answers that lie in the process already. */
    Answers(VariableScope scope) {
        this(Map.of(), scope);
    }

    Answers(Map<String, Object> given, VariableScope scope) {
        this.given = new LinkedHashMap<>(given);
        this.scope = scope;
    }

    /** What was submitted under a name; empty where nothing was, a null where nothing was answered. */
    Optional<JsonNode> given(String variable) {
        return given.containsKey(variable) ? Optional.of(at(variable)) : Optional.empty();
    }

    JsonNode at(String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return read.computeIfAbsent(path, this::variable);
        }
        var node = at(path.substring(0, dot));
        for (var key : path.substring(dot + 1).split("[.]", -1)) {
            node = path.startsWith(TEAM) ? member(node, key) : node.path(key);
        }
        return node;
    }

    /** Who has a role, whose key a form may write as `qualityOwner` and a caller as `quality-owner`. */
    private static JsonNode member(JsonNode team, String role) {
        return team.has(role) ? team.path(role) : team.path(Role.of(role).key());
    }

    ObjectNode all(Stream<String> variables) {
        var values = JsonNodeFactory.instance.objectNode();
        variables.forEach(variable -> values.set(variable, at(variable)));
        return values;
    }

    /** Puts a number in the place of the text that it was typed as. */
    void write(String path, BigDecimal number) {
        var dot = path.lastIndexOf('.');
        if (dot < 0) {
            keep(path, plain(number));
        } else if (at(path.substring(0, dot)) instanceof ObjectNode parent) {
            parent.set(path.substring(dot + 1), Json.MAPPER.valueToTree(plain(number)));
            var variable = path.substring(0, path.indexOf('.'));
            keep(variable, JsonVariables.variable(at(variable)));
        }
    }

    private void keep(String variable, Object value) {
        if (given.containsKey(variable)) {
            given.put(variable, value);
        } else {
            scope.setVariable(variable, value);
        }
        read.remove(variable);
    }

    /** What was submitted, with numbers where numbers were typed. */
    Map<String, Object> given() {
        return given;
    }

    private static Number plain(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return number.doubleValue();
        }
        var whole = number.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private JsonNode variable(String name) {
        if (given.containsKey(name)) {
            return value(name, Variables.untypedValue(given.get(name)));
        }
        return scope.hasVariable(name) ? JsonVariables.value(scope, name) : MissingNode.getInstance();
    }

    private static JsonNode value(String name, TypedValue answer) {
        if (answer instanceof FileValue || answer instanceof BytesValue || answer instanceof ObjectValue) {
            throw Refusal.of(
                    name, "\"%s\" is a text, a number, a yes or no, or Json: send it as one of them.".formatted(name));
        }
        return JsonVariables.value(answer);
    }
}
