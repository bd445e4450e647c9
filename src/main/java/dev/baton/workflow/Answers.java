package dev.baton.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The submitted values of a form: the first part of a path is a variable, the rest leads into its JSON. Each variable is
 * read once.
 */
final class Answers {

    private final VariableScope scope;
    private final Map<String, JsonNode> read = new HashMap<>();

    Answers(VariableScope scope) {
        this.scope = scope;
    }

    JsonNode at(String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return read.computeIfAbsent(path, this::variable);
        }
        JsonNode node = at(path.substring(0, dot));
        for (var key : path.substring(dot + 1).split("[.]", -1)) {
            node = node.path(key);
        }
        return node;
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
            scope.setVariable(path, plain(number));
            read.remove(path);
        } else if (at(path.substring(0, dot)) instanceof ObjectNode parent) {
            parent.set(path.substring(dot + 1), Json.MAPPER.valueToTree(plain(number)));
            var variable = path.substring(0, path.indexOf('.'));
            scope.setVariable(variable, Json.variable(at(variable)));
        }
    }

    private static Number plain(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return number.doubleValue();
        }
        var whole = number.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private JsonNode variable(String name) {
        return scope.hasVariable(name) ? Json.value(scope, name) : MissingNode.getInstance();
    }
}
