package dev.baton.deployment;

import dev.baton.camunda.ModelingRule;
import dev.baton.deployment.Definitions.Diagram;
import dev.baton.form.FormQuestion;
import dev.baton.process.Variables;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Lets no review wait unnoticed: each has one interrupting timer of at most 48 hours that leads to the escalation. */
@Component
class ReviewRule implements Rule {

    static final int LONGEST_HOURS = 48;

    private static final Pattern HOURS =
            Pattern.compile("[$#]\\{\\s*+deadline\\s*+[.]\\s*+hours\\(\\s*+([^,()]*+)(?:,[^()]*+)?+\\)\\s*+}");
    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,3}+");

    @Override
    public void check(Definitions definitions, Violations found) {
        for (var diagram : definitions.batons()) {
            tasks(diagram)
                    .filter(task -> Elements.properties(task).containsKey("review"))
                    .forEach(review -> checkReview(diagram, review, definitions, found));
            if (!Elements.part(diagram.process()).equals("acts")) {
                tasks(diagram)
                        .filter(task -> !Elements.properties(task).containsKey("review"))
                        .filter(task -> decides(task, definitions))
                        .forEach(task -> found.add(
                                ModelingRule.REVIEW_DEADLINE,
                                diagram.file(),
                                task,
                                "asks for a decision and is no review: give it the property “review”, a timer of %d hours, and the escalation."
                                        .formatted(LONGEST_HOURS)));
            }
        }
    }

    private static Stream<UserTask> tasks(Diagram diagram) {
        return diagram.elements().filter(UserTask.class::isInstance).map(UserTask.class::cast);
    }

    private static boolean decides(UserTask task, Definitions definitions) {
        var form = Elements.attribute(task, "formRef");
        return form != null
                && definitions.form(form).stream()
                        .flatMap(json -> FormQuestion.of(json).stream())
                        .anyMatch(field -> field.path().equals(Variables.DECISION));
    }

    private static void checkReview(Diagram diagram, UserTask review, Definitions definitions, Violations found) {
        var escalates = !Elements.properties(diagram.process())
                .getOrDefault("escalates", "")
                .isEmpty();
        if (escalates && "held".equals(Elements.properties(review).get("status"))) {
            return; // stays until somebody decides, with a reminder every day
        }
        var timers = timers(review);
        if (timers.isEmpty()) {
            refuse(
                    diagram,
                    review,
                    found,
                    "is a review that may wait for ever: attach an interrupting timer, ${deadline.hours(48)}, that leads to the escalation.");
        } else if (timers.size() > 1) {
            refuse(
                    diagram,
                    review,
                    found,
                    "has several interrupting timers: keep the one that leads to the escalation.");
        } else {
            var timer = timers.get(0);
            checkHours(diagram, review, timer, found);
            if (!escalates
                    && !Elements.part(diagram.process()).equals("acts")
                    && !leadsToEscalation(diagram, timer, definitions)) {
                refuse(
                        diagram,
                        timer,
                        found,
                        "does not lead to the escalation of “%s”: draw its flow straight to a call activity that calls escalation."
                                .formatted(Elements.oneLine(String.valueOf(review.getName()))));
            }
        }
    }

    private static List<BoundaryEvent> timers(UserTask review) {
        return review.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> review.equals(event.getAttachedTo()))
                .filter(BoundaryEvent::cancelActivity)
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    private static void checkHours(Diagram diagram, UserTask review, BoundaryEvent timer, Violations found) {
        var written =
                timer.getEventDefinitions().iterator().next().getTextContent().strip();
        var hours = hours(written);
        if (hours.isEmpty()) {
            refuse(
                    diagram,
                    timer,
                    found,
                    "fires at “%s”: write ${deadline.hours(48)}, with a whole number of hours above zero."
                            .formatted(written));
        } else if (hours.get() > LONGEST_HOURS
                && Elements.properties(review).getOrDefault("longerBecause", "").isBlank()) {
            refuse(
                    diagram,
                    timer,
                    found,
                    "leaves “%s” %d hours, and a review has %d: shorten it, or give the task the property “longerBecause” with the reason."
                            .formatted(Elements.oneLine(String.valueOf(review.getName())), hours.get(), LONGEST_HOURS));
        }
    }

    /** The hours of a deadline; empty for what is none, or none above zero. */
    static Optional<Integer> hours(String expression) {
        var written = HOURS.matcher(expression.strip());
        return written.matches() && WHOLE.matcher(written.group(1).strip()).matches()
                ? Optional.of(Integer.valueOf(written.group(1).strip()))
                : Optional.empty();
    }

    private static boolean leadsToEscalation(Diagram diagram, BoundaryEvent timer, Definitions definitions) {
        return !diagram.graph().outgoing(timer).isEmpty()
                && diagram.graph().outgoing(timer).stream()
                        .map(SequenceFlow::getTarget)
                        .allMatch(next -> next instanceof CallActivity call && isEscalation(call, definitions));
    }

    static boolean isEscalation(CallActivity call, Definitions definitions) {
        var key = call.getCalledElement();
        return key != null
                && definitions
                        .process(key)
                        .filter(process -> Elements.properties(process)
                                .getOrDefault("escalates", "")
                                .equals("reviews"))
                        .isPresent();
    }

    private static void refuse(Diagram diagram, BaseElement element, Violations found, String rest) {
        found.add(ModelingRule.REVIEW_DEADLINE, diagram.file(), element, rest);
    }
}
