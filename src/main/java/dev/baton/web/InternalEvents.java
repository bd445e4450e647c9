package dev.baton.web;

import dev.baton.camunda.CurrentPerson;
import dev.baton.handoff.BranchOpened;
import dev.baton.handoff.FactsChanged;
import dev.baton.handoff.Noted;
import dev.baton.handoff.Person;
import dev.baton.handoff.QuestionDecided;
import dev.baton.journal.Event;
import dev.baton.journal.EventVisibility;
import dev.baton.journal.JournalEvent;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.DeadlineMoved;
import dev.baton.review.Decided;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.QualityReturned;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What people inside decide among themselves, and why, stays inside: a partner reads of it only what it did itself. Why its
 * own work comes back it reads in the task that returns it.
 */
@Component
class InternalEvents implements EventVisibility {

    private static final Set<Class<? extends JournalEvent>> INTERNAL = Set.of(
            AdvancedUnreviewed.class,
            BranchOpened.class,
            DeadlineMoved.class,
            Decided.class,
            FactsChanged.class,
            Noted.class,
            QualityPassed.class,
            QualityReturned.class,
            QuestionDecided.class);

    private final ObjectProvider<CurrentPerson> current;

    /** The engine asks for the journal before it knows people. */
    InternalEvents(ObjectProvider<CurrentPerson> current) {
        this.current = current;
    }

    @Override
    public List<Event> visible(List<Event> events) {
        var asking = current.getObject();
        return asking.id()
                .map(id -> new Person(id, Set.copyOf(asking.groups())))
                .filter(person -> !person.worksInside() && !person.isStakeholder())
                .map(person -> events.stream()
                        .filter(event -> person.id().equals(event.who())
                                || INTERNAL.stream().noneMatch(event::is))
                        .toList())
                .orElse(events);
    }
}
