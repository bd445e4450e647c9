package dev.baton.handoff;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.KnownPeople;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** `${consultedPeople.of(execution)}`: user ids of those who are consulted, about the handoff or one of its deliverables. */
@Component
@VisibleInDiagrams
public class ConsultedPeople {

    private final HandoffFactsReader facts;
    private final KnownPeople people;

    ConsultedPeople(HandoffFactsReader facts, KnownPeople people) {
        this.facts = facts;
        this.people = people;
    }

    /** Each once, in the order in which they are named; whoever has left is not asked. */
    public List<String> of(DelegateExecution execution) {
        return facts.raci(execution).consulted().stream()
                .filter(people::include)
                .toList();
    }

    /**
     * Whether there are any. A consultation of nobody would begin and end in one step, and the engine loses what it moved
     * between the two executions in between.
     */
    public boolean any(DelegateExecution execution) {
        return !of(execution).isEmpty();
    }
}
