package dev.baton.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private JsonNode variable(String name) {
        return scope.hasVariable(name) ? Json.value(scope, name) : MissingNode.getInstance();
    }
}
