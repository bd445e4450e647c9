package dev.baton.spokendecision;

import dev.baton.handoff.Rights;
import dev.baton.journal.EventType;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.NotRunning;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Records what becomes of a spoken decision at the events of its diagram. Its wording and its two people are those that
 * the journal holds since it was put to the other side, whatever the variables of the process say by now.
 */
@Component
@Order(NodeListener.RECORD)
class SpokenDecisionSteps implements NodeListener {

    private final SpokenDecisions decisions;
    private final SpokenDecisionReader conversations;
    private final SpokenDecisionsOnTasks onTasks;
    private final DeployedContracts contracts;
    private final Rights rights;
    private final Diagrams diagrams;
    private final Journal journal;
    private final JournalWriter writer;

    SpokenDecisionSteps(
            SpokenDecisions decisions,
            SpokenDecisionReader conversations,
            SpokenDecisionsOnTasks onTasks,
            DeployedContracts contracts,
            Rights rights,
            Diagrams diagrams,
            Journal journal,
            JournalWriter writer) {
        this.decisions = decisions;
        this.conversations = conversations;
        this.onTasks = onTasks;
        this.contracts = contracts;
        this.rights = rights;
        this.diagrams = diagrams;
        this.journal = journal;
        this.writer = writer;
    }

    @Override
    public void entered(DelegateExecution execution, Node node) {
        if (diagrams.actsOnHandoff(execution)) {
            node.event(execution).map(EventType::of).ifPresent(type -> happened(execution, type, node));
        }
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        onTasks.show(task);
    }

    @Override
    public void completed(DelegateExecution task, Node node) {
        if (diagrams.actsOnHandoff(task)) {
            demandOwnWord(task, node.review(task).isPresent());
        }
    }

    private void happened(DelegateExecution action, EventType type, Node node) {
        if (type.is(DecisionEntered.class)) {
            enter(action);
            return;
        }
        var decision = entered(action);
        writer.add(action, type.from(fact -> switch (fact) {
            case "name" -> Optional.of(node.label());
            case "reason" -> Facts.find(action, Variables.REVIEW_REASON);
            default -> decision.fact(fact);
        }));
        if (type.is(DecisionConfirmed.class)) {
            onTasks.refresh(Facts.handoff(action));
        }
    }

    private void enter(DelegateExecution action) {
        var handoff = handoff(action);
        rights.toEnterDecisions(handoff);
        demandRunning(handoff);
        var decision = conversations.read(action, handoff);
        writer.add(action, decision.toEvent());
        var about = decision.about();
        action.setVariable(
                Variables.ABOUT_IN_WORDS,
                about == null ? null : contracts.catalog().inWords(about));
        // The event has put us behind everybody else who writes about this handoff: now see what they did.
        demandRunning(handoff(action));
        decisions.repeatedBy(handoff.id(), decision).ifPresent(first -> {
            throw new DuplicateSpokenDecision(first);
        });
    }

    /** Only who was there can say what was said: nobody confirms in the other side's place, nobody corrects for another. */
    private void demandOwnWord(DelegateExecution task, boolean byOtherSide) {
        demandRunning(handoff(task));
        var decision = entered(task);
        var whose = byOtherSide ? decision.spokenWith() : decision.enteredBy();
        if (!writer.person().equals(whose)) {
            throw new Refusal(
                    "Only %s can answer this, nobody in their place: ask %s to do it.".formatted(whose, whose));
        }
    }

    private SpokenDecision entered(DelegateExecution action) {
        return decisions
                .find(Facts.handoff(action), action.getProcessInstanceId())
                .orElseThrow();
    }

    private Handoff handoff(DelegateExecution action) {
        return journal.find(Facts.handoff(action)).orElseThrow();
    }

    private static void demandRunning(Handoff handoff) {
        if (!handoff.open()) {
            throw NotRunning.over(handoff, "nothing can be decided in it any more");
        }
    }
}
