package dev.baton.spokendecision;

import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.spokendecision.SpokenDecision.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The spoken decisions of a handoff, read from its journal: what is not written there does not exist. */
@Component
public class SpokenDecisions {

    private static final Set<Class<? extends JournalEvent>> ABOUT_DECISIONS = Set.of(
            DecisionEntered.class,
            DecisionConfirmed.class,
            DecisionDisputed.class,
            DecisionUnanswered.class,
            DecisionDropped.class);

    private final Journal journal;

    SpokenDecisions(Journal journal) {
        this.journal = journal;
    }

    /** All that were ever entered, the first one first. */
    public List<SpokenDecision> of(String handoff) {
        return read(journal.events(handoff, ABOUT_DECISIONS));
    }

    /** Those that hold: the other side has confirmed them. */
    public List<SpokenDecision> holding(String handoff) {
        return of(handoff).stream().filter(SpokenDecision::holds).toList();
    }

    public Optional<SpokenDecision> find(String handoff, String id) {
        return of(handoff).stream().filter(decision -> decision.id().equals(id)).findFirst();
    }

    /** The earlier entry of the same decision, unless it was dropped. */
    public Optional<SpokenDecision> repeatedBy(String handoff, SpokenDecision entry) {
        return of(handoff).stream()
                .filter(earlier -> !earlier.id().equals(entry.id()))
                .filter(earlier -> earlier.state() != State.DROPPED && earlier.repeats(entry))
                .findFirst();
    }

    static List<SpokenDecision> read(List<Event> events) {
        var decisions = new LinkedHashMap<String, SpokenDecision>();
        events.forEach(event -> event.as(DecisionEvent.class)
                .ifPresent(about -> decisions.compute(
                        about.decision(), (id, before) -> SpokenDecision.after(about, event.at(), before))));
        return List.copyOf(decisions.values());
    }
}
