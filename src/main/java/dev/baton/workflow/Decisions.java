package dev.baton.workflow;

import dev.baton.decision.DecisionConfirmed;
import dev.baton.decision.DecisionEntered;
import dev.baton.decision.SpokenDecision;
import dev.baton.decision.SpokenDecisions;
import dev.baton.engine.Refusal;
import dev.baton.journal.EventType;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Records what becomes of a spoken decision at the events of its diagram. Its wording and its two people are those that
 * the journal holds since it was put to the other side, whatever the variables of the process say by now.
 */
@Component
class Decisions {

    private final SpokenDecisions decisions;
    private final Conversations conversations;
    private final DecisionsOnTasks onTasks;
    private final DeployedContracts contracts;
    private final Rights rights;
    private final Journal journal;
    private final Trail trail;

    Decisions(
            SpokenDecisions decisions,
            Conversations conversations,
            DecisionsOnTasks onTasks,
            DeployedContracts contracts,
            Rights rights,
            Journal journal,
            Trail trail) {
        this.decisions = decisions;
        this.conversations = conversations;
        this.onTasks = onTasks;
        this.contracts = contracts;
        this.rights = rights;
        this.journal = journal;
        this.trail = trail;
    }

    void happened(DelegateExecution action, EventType type, Node node) {
        if (type.is(DecisionEntered.class)) {
            enter(action);
            return;
        }
        var decision = entered(action);
        trail.add(action, type.from(fact -> switch (fact) {
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
        trail.add(action, decision.toEvent());
        var about = decision.about();
        action.setVariable(
                Variables.ABOUT_IN_WORDS,
                about == null ? null : contracts.catalog().inWords(about));
        // The event has put us behind everybody else who writes about this handoff: now see what they did.
        demandRunning(handoff(action));
        decisions.repeatedBy(handoff.id(), decision).ifPresent(first -> {
            throw new EnteredAlready(first);
        });
    }

    /** Only who was there can say what was said: nobody confirms in the other side's place, nobody corrects for another. */
    void completed(DelegateExecution task, boolean byOtherSide) {
        demandRunning(handoff(task));
        var decision = entered(task);
        var whose = byOtherSide ? decision.spokenWith() : decision.enteredBy();
        if (!trail.person().equals(whose)) {
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
