package dev.baton.deployment;

import static dev.baton.deployment.Elements.attribute;
import static dev.baton.deployment.Elements.properties;

import dev.baton.camunda.ModelingRule;
import dev.baton.deployment.Definitions.Diagram;
import dev.baton.journal.EventType;
import dev.baton.journal.InvalidSearch;
import dev.baton.journal.Status;
import dev.baton.process.Due;
import dev.baton.process.Node;
import dev.baton.retrospective.Rater;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Reads the extension properties of one process and of everything in it. */
final class PropertiesReading {

    private static final Set<String> PARTS =
            Set.of("opens", "branches", "serves", "acts", "tells", "apart", "prepares");
    private static final Set<String> OF_PROCESSES = Set.of(
            "handoff",
            "escalates",
            "api.decisions",
            "api.reviews",
            "api.questions",
            "api.strategy-changes",
            "withoutGate");
    private static final Set<String> OF_NODES = Set.of(
            "review",
            "packages",
            "status",
            "event",
            "outcome",
            "reviewed",
            "makes",
            "ratedBy",
            "answered",
            "sendsBack",
            "silence",
            "longerBecause",
            "due",
            "stage",
            "holder");
    /** A handoff is suspended by operations, never by its diagram. */
    private static final List<String> STATUSES = Arrays.stream(Status.values())
            .filter(status -> status != Status.SUSPENDED)
            .map(Status::label)
            .toList();

    private static final List<String> KINDS = List.of("role", "yes or no", "form", "past day", "coming day", "handoff");
    /** What is known of every answer to a review, besides what may be missing. */
    private static final Set<String> OF_ANSWERS = Set.of("review", "sentBack");

    private static final String CANCELLED = "handoff-cancelled";

    private final Diagram diagram;
    private final Process process;
    private final String part;
    private final Violations found;

    PropertiesReading(Diagram diagram, Violations found) {
        this.diagram = diagram;
        this.process = diagram.process();
        this.found = found;
        this.part = Elements.part(process);
    }

    void read() {
        var properties = properties(process);
        if (!PARTS.contains(part)) {
            refuse(process, "says handoff = “%s”: write one of %s.".formatted(part, sorted(PARTS)));
        }
        properties.forEach(this::readOfProcess);
        diagram.elements().forEach(this::read);
        if (part.equals("opens")) {
            readStart();
        }
        if (part.equals("opens") || part.equals("branches")) {
            readModel();
        }
    }

    private void readOfProcess(String name, String value) {
        if (name.startsWith("kind.") && !KINDS.contains(value) && !isPeople(value)) {
            refuse(
                    process,
                    "says %s = “%s”: an answer is one of %s, or people and a role.".formatted(name, value, KINDS));
        } else if (name.startsWith("team.")
                && (!part.equals("branches") || !isRole(name.substring("team.".length())))) {
            refuse(process, "says %s = “%s”: only what branches names who has a role in it.".formatted(name, value));
        } else if (name.equals("escalates") && !value.equals("reviews")) {
            refuse(process, "says escalates = “%s”: only reviews are escalated.".formatted(value));
        } else if (!OF_PROCESSES.contains(name)
                && Stream.of("default.", "set.", "kind.", "team.", "x-").noneMatch(name::startsWith)) {
            refuseName(process, name, OF_PROCESSES);
        }
    }

    private static boolean isPeople(String kind) {
        return kind.startsWith("people ") && isRole(kind.substring("people ".length()));
    }

    private static boolean isRole(String key) {
        return Elements.role(key).isPresent();
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
        } else if (name.equals("status") && !STATUSES.contains(value)) {
            refuse(
                    element,
                    "says status = “%s”, which no handoff has: write one of %s."
                            .formatted(value, String.join(", ", STATUSES)));
        } else if (name.equals("silence") && !value.equals("hold")) {
            refuse(
                    element,
                    "says silence = “%s”: write hold, or leave it to the table of review policies.".formatted(value));
        } else if (name.equals("makes") && !value.equals(Node.WORK)) {
            refuse(element, "says makes = “%s”: write %s, or take it out.".formatted(value, Node.WORK));
        } else if (name.equals("due")) {
            readDue(element, value);
        } else if (name.equals("stage") && !(element instanceof UserTask)) {
            refuse(element, "says stage = “%s”: only a task is work on a stage.".formatted(value));
        } else if (name.equals("holder") && !value.equals("accountable")) {
            refuse(element, "says holder = “%s”: only the accountable person holds a task by right.".formatted(value));
        } else if (name.equals("ratedBy") && !understood(() -> Rater.of(value))) {
            refuse(element, "says ratedBy = “%s”: write sender, receiver or stakeholder.".formatted(value));
        }
    }

    private void readDue(FlowElement element, String value) {
        if (!understood(() -> Due.of(value))) {
            refuse(element, "says due = “%s”: write one of %s.".formatted(value, String.join(", ", Due.keys())));
        } else if (!(element instanceof UserTask) || properties(element).containsKey("review")) {
            refuse(
                    element,
                    "is no work that is due on a day of its handoff: take the property “due” out; a review is due when its"
                            + " timer is.");
        }
    }

    /** What people start as a handoff of their own. */
    private void readStart() {
        process.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> attribute(start, "formRef") == null)
                .forEach(start -> refuse(
                        ModelingRule.START,
                        start,
                        "opens handoffs and asks nothing: give it a Camunda Form, bound to its latest version."));
        if (process.getCamundaCandidateStarterGroupsList().isEmpty()
                && process.getCamundaCandidateStarterUsersList().isEmpty()) {
            refuse(
                    ModelingRule.START,
                    process,
                    "opens handoffs and does not say who starts them: name roles as candidate starter groups.");
        }
    }

    private void readModel() {
        if (!canBeCancelled()) {
            refuse(
                    ModelingRule.CANCELLABLE,
                    process,
                    "opens handoffs that nobody could cancel: add an event sub-process that starts with the message %s."
                            .formatted(CANCELLED));
        }
        process.getChildElementsByType(EndEvent.class).stream()
                .filter(end -> !properties(end).containsKey("outcome")
                        && !properties(end).containsKey("event"))
                .forEach(end -> refuse(
                        ModelingRule.END_OUTCOME,
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

    private void refuseName(BaseElement element, String name, Set<String> known) {
        refuse(
                element,
                "has the property “%s”, which nothing reads: write one of %s, or begin a name of your own with x-."
                        .formatted(name, sorted(known)));
    }

    private void refuse(BaseElement element, String message) {
        refuse(ModelingRule.PROPERTY, element, message);
    }

    private void refuse(ModelingRule rule, BaseElement element, String message) {
        found.add(rule, diagram.file(), element, message);
    }

    private static boolean understood(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException | InvalidSearch unknown) {
            return false;
        }
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
