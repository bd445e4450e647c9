package dev.baton.transfer;

import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import dev.baton.review.Deadline;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stops the receiver's clock while the sender answers what the receiver has asked. */
@Component
@Order(NodeListener.RECORD)
class ReceiverClock implements NodeListener {

    private final Deadline deadline;
    private final Diagrams diagrams;

    ReceiverClock(Deadline deadline, Diagrams diagrams) {
        this.deadline = deadline;
        this.diagrams = diagrams;
    }

    @Override
    public void completed(DelegateExecution task, Node node) {
        if (asksForClarification(task, node) && !diagrams.isEscalation(task)) {
            node.hours().ifPresent(hours -> deadline.stopReceiversClock(task, hours));
        }
    }

    private boolean asksForClarification(DelegateExecution task, Node node) {
        return !diagrams.actsOnHandoff(task)
                && node.ratedBy(task).isEmpty()
                && node.review(task).isPresent()
                && node.answered(Facts.find(task, Variables.DECISION).orElse(""))
                        .filter(type -> type.is(ClarificationAsked.class))
                        .isPresent();
    }
}
