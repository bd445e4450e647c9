package dev.baton.review;

import dev.baton.process.Diagrams;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.TaskAssignments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives every task to somebody, and follows those that are reviews from the question to the answer. */
@Component
@Order(NodeListener.ASSIGN)
class ReviewListener implements NodeListener {

    private final Assignment assignment;
    private final TaskAssignments assignments;
    private final Reviews reviews;
    private final Diagrams diagrams;

    ReviewListener(Assignment assignment, TaskAssignments assignments, Reviews reviews, Diagrams diagrams) {
        this.assignment = assignment;
        this.assignments = assignments;
        this.reviews = reviews;
        this.diagrams = diagrams;
    }

    @Override
    public void started(DelegateExecution instance) {
        if (diagrams.isEscalation(instance)) {
            reviews.escalated(instance);
        }
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        var passedOver = assignment.assign(task);
        node.review(task.getExecution()).ifPresent(review -> reviews.asked(task, review, passedOver.orElse(null)));
    }

    @Override
    public void taskAssigned(DelegateTask task, Node node) {
        assignments.dropOwner(task);
        node.review(task.getExecution()).ifPresent(review -> reviews.remember(task));
    }

    /** What an action asks, and what somebody rates, is answered to others. */
    @Override
    public void completed(DelegateExecution task, Node node) {
        reviews.demandNotOwnWork(task, node);
        if (!diagrams.actsOnHandoff(task) && node.ratedBy(task).isEmpty()) {
            node.review(task).ifPresent(review -> reviews.answered(task, node, review));
        }
        if (node.makesWork()) {
            reviews.worked(task, node);
        }
    }
}
