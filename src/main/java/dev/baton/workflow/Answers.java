package dev.baton.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The submitted values of a form: the first part of a path is a variable, the rest leads into its JSON. */
record Answers(VariableScope scope) {

    JsonNode at(String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return scope.hasVariable(path) ? Json.value(scope, path) : MissingNode.getInstance();
        }
        JsonNode node = at(path.substring(0, dot));
        for (var key : path.substring(dot + 1).split("[.]", -1)) {
            node = node.path(key);
        }
        return node;
    }
}
