package dev.baton.workflow;

import dev.baton.engine.DiagramHooks;
import dev.baton.journal.EventKind;
import dev.baton.journal.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What happens at every node of a handoff's diagram, in reading order: start, node, task, completion, end. */
@Component
class HandoffHooks implements DiagramHooks {

    private final Diagrams diagrams;
    private final HandoffStart start;
    private final TransferTerms transfer;
    private final ApprovalTerms approval;
    private final PackagesOnTasks packages;
    private final FormRules forms;
    private final Assignment assignment;
    private final Reviews reviews;
    private final Escalations escalations;
    private final HandoffEnd end;
    private final Trail trail;

    HandoffHooks(
            Diagrams diagrams,
            HandoffStart start,
            TransferTerms transfer,
            ApprovalTerms approval,
            PackagesOnTasks packages,
            FormRules forms,
            Assignment assignment,
            Reviews reviews,
            Escalations escalations,
            HandoffEnd end,
            Trail trail) {
        this.diagrams = diagrams;
        this.start = start;
        this.transfer = transfer;
        this.approval = approval;
        this.packages = packages;
        this.forms = forms;
        this.assignment = assignment;
        this.reviews = reviews;
        this.escalations = escalations;
        this.end = end;
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
        transfer.complete(instance);
        approval.complete(instance);
        if (escalations.include(instance)) {
            reviews.escalated(instance);
        }
    }

    @Override
    public void entered(DelegateExecution execution) {
        if (isForeign(execution)) {
            return;
        }
        var node = diagrams.node(execution);
        node.status(execution).map(Status::of).ifPresent(status -> trail.status(execution, status));
        node.event(execution)
                .map(EventKind::of)
                .ifPresent(kind -> trail.add(execution, kind, HandoffEnd.why(execution, node)));
        node.outcome(execution).ifPresent(outcome -> execution.setVariable(Variables.OUTCOME, outcome));
        if (node.isUserTask()) {
            packages.open(execution, node);
        }
    }

    @Override
    public void taskCreated(DelegateTask task) {
        if (isForeign(task)) {
            return;
        }
        var node = diagrams.node(task);
        Facts.find(task, Variables.CAMPAIGN).ifPresent(campaign -> task.setName(node.label() + ": " + campaign));
        var standIn = assignment.assign(task);
        node.review(task).ifPresent(review -> reviews.asked(task, review, standIn.orElse(null)));
    }

    @Override
    public void taskAssigned(DelegateTask task) {
        if (!isForeign(task)) {
            diagrams.node(task).review(task).ifPresent(review -> reviews.remember(task));
        }
    }

    @Override
    public void completed(DelegateExecution task) {
        if (isForeign(task)) {
            return;
        }
        var node = diagrams.node(task);
        node.form(task).ifPresent(form -> forms.demand(form, task));
        packages.complete(task, node);
        node.review(task).ifPresent(review -> reviews.answered(task, review));
    }

    @Override
    public void ended(DelegateExecution instance) {
        if (diagrams.part(instance) == Diagrams.Part.OPENS) {
            end.close(instance);
        }
    }

    private boolean opensHandoff(DelegateExecution instance) {
        return instance.getSuperExecution() == null && diagrams.part(instance) == Diagrams.Part.OPENS;
    }

    private boolean isForeign(DelegateExecution execution) {
        return diagrams.part(execution) == Diagrams.Part.NONE;
    }

    private boolean isForeign(DelegateTask task) {
        return diagrams.part(task) == Diagrams.Part.NONE;
    }
}
