package dev.baton.deployment;

import static java.util.stream.Collectors.toCollection;

import dev.baton.camunda.DiagramExpression;
import dev.baton.people.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/** What the elements of a diagram say. */
final class Elements {

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::key).toList();

    private Elements() {}

    static String oneLine(String label) {
        return BLANKS.matcher(label.strip()).replaceAll(" ");
    }

    /** The label, or the id of what has none. */
    static String called(BaseElement element) {
        var label = element.getAttributeValue("name");
        return label == null || label.isBlank() ? element.getId() : "“%s”".formatted(oneLine(label));
    }

    static Map<String, String> properties(BaseElement element) {
        var properties = new LinkedHashMap<String, String>();
        extensions(element, CamundaProperties.class)
                .flatMap(list -> list.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName() != null)
                .forEach(property -> properties.put(
                        property.getCamundaName(),
                        property.getCamundaValue() == null ? "" : property.getCamundaValue()));
        return properties;
    }

    /** What a process is to Baton; empty for what is no business of its. */
    static String part(Process process) {
        return properties(process).getOrDefault("handoff", "");
    }

    static Map<String, String> inputs(BaseElement element) {
        var inputs = new LinkedHashMap<String, String>();
        extensions(element, CamundaInputOutput.class)
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .forEach(input -> inputs.put(
                        input.getCamundaName(), input.getTextContent().strip()));
        return inputs;
    }

    static Map<String, String> outputs(BaseElement element) {
        var outputs = new LinkedHashMap<String, String>();
        extensions(element, CamundaInputOutput.class)
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .forEach(output -> outputs.put(
                        output.getCamundaName(), output.getTextContent().strip()));
        return outputs;
    }

    static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> extensions(
            BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    /** An attribute of the engine's; null where it is not there. */
    static @Nullable String attribute(BaseElement element, String name) {
        return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name);
    }

    /** The names in an expression; none where the text is none. */
    static Set<String> names(@Nullable String text) {
        return text != null && DiagramExpression.isIn(text)
                ? DiagramExpression.parse(text).map(DiagramExpression::names).orElse(Set.of())
                : Set.of();
    }

    /** A list as people write it, separated by commas. */
    static Set<String> list(@Nullable String text) {
        return text == null
                ? Set.of()
                : Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .collect(toCollection(LinkedHashSet::new));
    }

    static List<String> roles() {
        return ROLES;
    }

    static Optional<Role> role(String key) {
        return Arrays.stream(Role.values())
                .filter(role -> role.key().equals(key))
                .findFirst();
    }
}
