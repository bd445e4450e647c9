package dev.baton.deployment;

import dev.baton.camunda.ModelingRule;
import dev.baton.camunda.Violation;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    List<Violation> all() {
        return List.copyOf(found);
    }

    void add(ModelingRule rule, String file, @Nullable String element, String message) {
        found.add(Violation.of(rule, file, element, message));
    }

    /** Begins the sentence with the label that people see, where there is one. */
    void add(ModelingRule rule, String file, BaseElement element, String rest) {
        var label = element.getAttributeValue("name");
        add(
                rule,
                file,
                element.getId(),
                label == null || label.isBlank() ? rest : "“%s” %s".formatted(Elements.oneLine(label), rest));
    }
}
