package dev.baton.workflow;

import dev.baton.engine.DiagramHooks;
import dev.baton.engine.Refusal;
import dev.baton.engine.TaskTimers;
import dev.baton.journal.EventType;
import dev.baton.journal.Rater;
import dev.baton.journal.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What happens at every node of a handoff's diagram, in reading order: start, node, task, completion, end. */
@Component
class HandoffHooks implements DiagramHooks {

    private final Diagrams diagrams;
    private final HandoffStart start;
    private final StartAnswers answers;
    private final Assignment assignment;
    private final Reviews reviews;
    private final RatingTasks ratings;
    private final Escalations escalations;
    private final HandoffEnd end;
    private final ActionStart action;
    private final Decisions decisions;
    private final DecisionsOnTasks onTasks;
    private final HandoffFactsReader facts;
    private final Trail trail;

    HandoffHooks(
            Diagrams diagrams,
            HandoffStart start,
            StartAnswers answers,
            Assignment assignment,
            Reviews reviews,
            RatingTasks ratings,
            Escalations escalations,
            HandoffEnd end,
            ActionStart action,
            Decisions decisions,
            DecisionsOnTasks onTasks,
            HandoffFactsReader facts,
            Trail trail) {
        this.diagrams = diagrams;
        this.start = start;
        this.answers = answers;
        this.assignment = assignment;
        this.reviews = reviews;
        this.ratings = ratings;
        this.escalations = escalations;
        this.end = end;
        this.action = action;
        this.decisions = decisions;
        this.onTasks = onTasks;
        this.facts = facts;
        this.trail = trail;
    }

    @Override
    public void started(DelegateExecution instance) {
        if (isForeign(instance)) {
            return;
        }
        if (opensHandoff(instance)) {
            start.open(instance, diagrams.node(instance));
            return;
        }
        if (actsOnHandoff(instance)) {
            action.begin(instance, diagrams.node(instance));
            return;
        }
        if (instance.getSuperExecution() == null) {
            throw Refusal.of("process", "This process works for others and is not started alone: start a handoff.");
        }
        if (escalations.include(instance)) {
            escalations.open(instance);
            reviews.escalated(instance);
        }
        answers.complete(instance);
    }

    @Override
    public void entered(DelegateExecution execution) {
        if (isForeign(execution)) {
            return;
        }
        var node = diagrams.node(execution);
        node.status(execution).map(Status::of).ifPresent(status -> trail.status(execution, status));
        node.event(execution).map(EventType::of).ifPresent(type -> happened(execution, type, node));
        node.outcome(execution).ifPresent(outcome -> execution.setVariable(Variables.OUTCOME, outcome));
        node.ratedBy(execution).map(Rater::of).ifPresent(rater -> ratings.entered(execution, node, rater));
    }

    private void happened(DelegateExecution execution, EventType type, Node node) {
        if (actsOnHandoff(execution)) {
            decisions.happened(execution, type, node);
        } else {
            trail.add(execution, HandoffEnd.reached(execution, type, node));
        }
    }

    @Override
    public void taskCreated(DelegateTask task) {
        if (isForeign(task)) {
            return;
        }
        var node = diagrams.node(task);
        var execution = task.getExecution();
        facts.campaign(execution).ifPresent(campaign -> task.setName(node.named(campaign)));
        TaskTimers.due(task).ifPresent(task::setDueDate);
        onTasks.show(task);
        var standIn = assignment.assign(task);
        node.review(execution).ifPresent(review -> reviews.asked(task, review, standIn.orElse(null)));
    }

    @Override
    public void taskAssigned(DelegateTask task) {
        if (!isForeign(task)) {
            diagrams.node(task).review(task.getExecution()).ifPresent(review -> reviews.remember(task));
        }
    }

    @Override
    public void completed(DelegateExecution task) {
        if (isForeign(task)) {
            return;
        }
        var node = diagrams.node(task);
        if (actsOnHandoff(task)) {
            decisions.completed(task, node.review(task).isPresent());
            return;
        }
        node.ratedBy(task)
                .map(Rater::of)
                .ifPresentOrElse(
                        rater -> ratings.given(task, node, rater),
                        () -> node.review(task).ifPresent(review -> reviews.answered(task, node, review)));
    }

    @Override
    public void ended(DelegateExecution instance) {
        if (escalations.include(instance)) {
            escalations.close(instance);
        }
        if (diagrams.part(instance) == Diagrams.Part.OPENS) {
            end.close(instance);
        }
    }

    private boolean opensHandoff(DelegateExecution instance) {
        return instance.getSuperExecution() == null && diagrams.part(instance) == Diagrams.Part.OPENS;
    }

    private boolean actsOnHandoff(DelegateExecution execution) {
        return diagrams.part(execution) == Diagrams.Part.ACTS;
    }

    private boolean isForeign(DelegateExecution execution) {
        return diagrams.part(execution) == Diagrams.Part.NONE;
    }

    private boolean isForeign(DelegateTask task) {
        return diagrams.part(task) == Diagrams.Part.NONE;
    }
}
