package dev.baton.review;

import dev.baton.camunda.TaskMapping;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What happens inside an escalation. It finds the review that nobody answered through the diagram that calls it, so that
 * the call repeats nothing about it, and its decision goes on as if the reviewer had given it.
 */
@Component
@Order(NodeListener.CHECK)
class Escalations implements NodeListener {

    /** What a decision is made and recorded by, as the calling process knows it. */
    private static final List<String> FACTS = List.of(
            Variables.CAMPAIGN,
            Variables.COMPLEXITY,
            Variables.EXECUTION_PARTY,
            Variables.CAMPAIGN_TYPE,
            Variables.CONTRACT,
            Variables.TEAM,
            Variables.RACI,
            Variables.REVIEWER,
            Variables.CLARIFICATION_FIELD,
            Variables.SHARE_DONE);

    private final Diagrams diagrams;

    Escalations(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    @Override
    public void started(DelegateExecution instance) {
        if (diagrams.isEscalation(instance)) {
            open(instance);
        }
    }

    @Override
    public void ended(DelegateExecution instance) {
        if (diagrams.isEscalation(instance)) {
            close(instance);
        }
    }

    /** Tells an escalation which review it is about. */
    private void open(DelegateExecution escalation) {
        var call = escalation.getSuperExecution();
        var review = diagrams.silentReview(call)
                .orElseThrow(() -> new IllegalStateException(
                        "The call \"%s\" follows no timer of a review: draw it behind the timer that is attached to one."
                                .formatted(call.getCurrentActivityId())));
        FACTS.forEach(fact -> {
            if (call.hasVariable(fact)) {
                escalation.setVariable(fact, call.getVariableTyped(fact, false));
            }
        });
        TaskMapping.inputs(review.id(), call, escalation);
        escalation.setVariable(
                Variables.REVIEW,
                review.review(call)
                        .orElseThrow(() -> new IllegalStateException(
                                "The task \"%s\" has no property \"review\".".formatted(review.id()))));
        escalation.setVariable(Variables.REVIEW_NODE, review.id());
        escalation.setVariable(Variables.REVIEW_NAME, review.label());
        escalation.setVariable(Variables.REVIEW_FORM, review.form(call).orElse(""));
        escalation.setVariable(Variables.REVIEW_PACKAGES, String.join(",", review.packages(call)));
        escalation.setVariable(Variables.REVIEWED, String.join(",", review.reviewed(fact -> Facts.find(call, fact))));
        escalation.setVariable(Variables.RATED_BY, review.ratedBy(call).orElse(""));
        review.hours().ifPresent(hours -> escalation.setVariable(Variables.REVIEW_HOURS, hours));
    }

    /** Gives the calling process what the review itself would have given it. */
    private void close(DelegateExecution escalation) {
        var call = escalation.getSuperExecution();
        if (call != null && !escalation.isCanceled()) {
            diagrams.silentReview(call).ifPresent(review -> TaskMapping.outputs(review.id(), call, escalation));
        }
    }
}
