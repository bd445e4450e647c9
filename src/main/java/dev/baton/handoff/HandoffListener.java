package dev.baton.handoff;

import dev.baton.journal.EventType;
import dev.baton.journal.Status;
import dev.baton.process.Diagrams;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Follows a handoff through its diagrams: its beginning, its status, what happens to it, its end. */
@Component
@Order(NodeListener.KEEP)
class HandoffListener implements NodeListener {

    private final Diagrams diagrams;
    private final HandoffStart start;
    private final StartAnswers answers;
    private final HandoffEnd end;
    private final HandoffFactsReader facts;
    private final JournalWriter journal;

    HandoffListener(
            Diagrams diagrams,
            HandoffStart start,
            StartAnswers answers,
            HandoffEnd end,
            HandoffFactsReader facts,
            JournalWriter journal) {
        this.diagrams = diagrams;
        this.start = start;
        this.answers = answers;
        this.end = end;
        this.facts = facts;
        this.journal = journal;
    }

    @Override
    public void started(DelegateExecution instance) {
        if (diagrams.opensHandoff(instance)) {
            start.open(instance, diagrams.node(instance));
        } else if (diagrams.opensBranch(instance)) {
            answers.complete(instance);
            start.branch(instance);
        } else if (!diagrams.actsOnHandoff(instance)) {
            answers.complete(instance);
        }
    }

    @Override
    public void entered(DelegateExecution execution, Node node) {
        node.status(execution).map(Status::of).ifPresent(status -> journal.status(execution, status));
        if (!diagrams.actsOnHandoff(execution)) {
            node.event(execution)
                    .map(EventType::of)
                    .ifPresent(type -> journal.add(execution, HandoffEnd.reached(execution, type, node)));
        }
        node.outcome(execution).ifPresent(outcome -> execution.setVariable(Variables.OUTCOME, outcome));
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        facts.campaign(task.getExecution()).ifPresent(campaign -> task.setName(node.named(campaign)));
    }

    @Override
    public void ended(DelegateExecution instance) {
        if (diagrams.part(instance) == Diagrams.Part.OPENS || diagrams.opensBranch(instance)) {
            end.close(instance);
        }
    }
}
