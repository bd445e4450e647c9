package dev.baton.deployment;

import dev.baton.camunda.Violation;
import dev.baton.journal.EventType;
import dev.baton.journal.InvalidSearch;
import dev.baton.journal.Status;
import dev.baton.people.Role;
import dev.baton.retrospective.Rater;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/** Reads the extension properties of one process and of everything in it. */
final class ProcessReading {

    private static final Set<String> PARTS = Set.of("opens", "serves", "acts");
    private static final Set<String> OF_PROCESSES = Set.of("handoff", "escalates", "api.decisions");
    private static final Set<String> OF_NODES =
            Set.of("review", "packages", "status", "event", "outcome", "ratedBy", "answered", "sendsBack", "silence");
    private static final List<String> KINDS = List.of("role", "yes or no", "form", "past day", "handoff");
    /** What is known of every answer to a review, besides what may be missing. */
    private static final Set<String> OF_ANSWERS = Set.of("review", "sentBack");

    private static final String CANCELLED = "handoff-cancelled";

    private final String file;
    private final Process process;
    private final Predicate<String> formExists;
    private final String part;
    private final List<Violation> found = new ArrayList<>();

    ProcessReading(String file, Process process, Predicate<String> formExists) {
        this.file = file;
        this.process = process;
        this.formExists = formExists;
        this.part = properties(process).getOrDefault("handoff", "");
    }

    List<Violation> violations() {
        var properties = properties(process);
        if (!properties.containsKey("handoff")) {
            return found;
        }
        if (!PARTS.contains(part)) {
            refuse(process, "says handoff = “%s”: write one of %s.".formatted(part, sorted(PARTS)));
        }
        properties.forEach(this::readOfProcess);
        elements(process).forEach(this::read);
        if (part.equals("opens")) {
            readModel();
        }
        return found;
    }

    private void readOfProcess(String name, String value) {
        if (name.startsWith("kind.") && !KINDS.contains(value)) {
            refuse(process, "says %s = “%s”: an answer is one of %s.".formatted(name, value, KINDS));
        } else if (name.equals("escalates") && !value.equals("reviews")) {
            refuse(process, "says escalates = “%s”: only reviews are escalated.".formatted(value));
        } else if (!OF_PROCESSES.contains(name)
                && Stream.of("default.", "set.", "kind.", "x-").noneMatch(name::startsWith)) {
            refuseName(process, name, OF_PROCESSES);
        }
    }

    private void read(FlowElement element) {
        properties(element).forEach((name, value) -> {
            if (name.startsWith("answered.") || OF_NODES.contains(name)) {
                readOfNode(element, name, value);
            } else if (!name.startsWith("x-")) {
                refuseName(element, name, OF_NODES);
            }
        });
    }

    /** Whether a diagram can tell all that such an event needs: of an answer to a review more is known than elsewhere. */
    private boolean canTell(String property, String event) {
        var needs = EventType.of(event).needs();
        return part.equals("acts") || (property.equals("event") ? needs.isEmpty() : OF_ANSWERS.containsAll(needs));
    }

    private void readOfNode(FlowElement element, String name, String value) {
        if (value.isBlank()) {
            refuse(element, "leaves the property “%s” empty: give it a value, or take it out.".formatted(name));
        } else if (value.contains("${")) {
            return; // known when a handoff gets there
        } else if (name.equals("event") || name.equals("answered") || name.startsWith("answered.")) {
            if (!understood(() -> EventType.of(value))) {
                refuse(
                        element,
                        "says %s = “%s”, which the journal does not know: write one of %s."
                                .formatted(name, value, String.join(", ", EventType.names())));
            } else if (!canTell(name, value)) {
                refuse(
                        element,
                        "says %s = “%s”, which Baton writes by itself where it happens: write another event."
                                .formatted(name, value));
            }
        } else if (name.equals("status") && !understood(() -> Status.of(value))) {
            refuse(
                    element,
                    "says status = “%s”, which no handoff has: write one of %s."
                            .formatted(value, keys(Status.values(), Status::label)));
        } else if (name.equals("silence") && !value.equals("hold")) {
            refuse(
                    element,
                    "says silence = “%s”: write hold, or leave it to the table of review policies.".formatted(value));
        } else if (name.equals("ratedBy") && !understood(() -> Rater.of(value))) {
            refuse(element, "says ratedBy = “%s”: write sender, receiver or stakeholder.".formatted(value));
        }
    }

    /** What people start as a handoff of their own. */
    private void readModel() {
        var starts = process.getChildElementsByType(StartEvent.class);
        starts.forEach(start -> {
            var form = start.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef");
            if (form == null) {
                refuse(start, "opens handoffs and asks nothing: give it a Camunda Form, bound to its latest version.");
            } else if (!form.contains("${") && !formExists.test(form)) {
                refuse(
                        start,
                        "shows the form “%s”, which nobody has deployed: deploy %s.form along.".formatted(form, form));
            }
        });
        if (process.getCamundaCandidateStarterGroupsList().isEmpty()
                && process.getCamundaCandidateStarterUsersList().isEmpty()) {
            refuse(process, "opens handoffs and does not say who starts them: name roles as candidate starter groups.");
        }
        var roles = Arrays.stream(Role.values()).map(Role::key).toList();
        process.getCamundaCandidateStarterGroupsList().stream()
                .filter(group -> !group.contains("${") && !roles.contains(group))
                .forEach(group -> refuse(
                        process, "may be started by “%s”, which is no role: write one of %s.".formatted(group, roles)));
        if (!canBeCancelled()) {
            refuse(
                    process,
                    "opens handoffs that nobody could cancel: add an event sub-process that starts with the message %s."
                            .formatted(CANCELLED));
        }
        process.getChildElementsByType(EndEvent.class).stream()
                .filter(end -> !properties(end).containsKey("outcome")
                        && !properties(end).containsKey("event"))
                .forEach(end -> refuse(
                        end,
                        "ends a handoff without saying how it came out: give it the property “outcome”, or “event”."));
    }

    private boolean canBeCancelled() {
        return process.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(handler -> handler.getChildElementsByType(StartEvent.class).stream())
                .flatMap(start -> start.getEventDefinitions().stream())
                .anyMatch(definition -> definition instanceof MessageEventDefinition message
                        && message.getMessage() != null
                        && CANCELLED.equals(message.getMessage().getName()));
    }

    private static Stream<FlowElement> elements(BaseElement scope) {
        return scope.getChildElementsByType(FlowElement.class).stream()
                .flatMap(element -> Stream.concat(Stream.of(element), elements(element)));
    }

    private void refuseName(BaseElement element, String name, Set<String> known) {
        refuse(
                element,
                "has the property “%s”, which nothing reads: write one of %s, or begin a name of your own with x-."
                        .formatted(name, sorted(known)));
    }

    private void refuse(BaseElement element, String message) {
        var label = label(element);
        found.add(Violation.of(
                file, element.getId(), label == null ? message : "“%s” %s".formatted(label.strip(), message)));
    }

    private static @Nullable String label(BaseElement element) {
        var label = element.getAttributeValue("name");
        return label == null || label.isBlank() ? null : label;
    }

    private static Map<String, String> properties(BaseElement element) {
        var properties = new LinkedHashMap<String, String>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(list -> list.getCamundaProperties().stream())
                    .filter(property -> property.getCamundaName() != null)
                    .forEach(property -> properties.put(
                            property.getCamundaName(),
                            property.getCamundaValue() == null ? "" : property.getCamundaValue()));
        }
        return properties;
    }

    private static boolean understood(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException | InvalidSearch unknown) {
            return false;
        }
    }

    private static <T> String keys(T[] values, java.util.function.Function<T, String> key) {
        return Arrays.stream(values).map(key).collect(Collectors.joining(", "));
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
