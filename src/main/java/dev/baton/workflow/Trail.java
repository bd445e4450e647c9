package dev.baton.workflow;

import dev.baton.engine.CurrentPerson;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.Status;
import dev.baton.time.BusinessCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Writes what happened at a node of a running handoff into the journal: when, who, where. */
@Component
class Trail {

    /** Who acts when no person is at the door: a timer, a sweep, a migration. */
    static final String ENGINE = "engine";

    private final Journal journal;
    private final CurrentPerson person;
    private final Clock clock;
    private final BusinessCalendar calendar;

    Trail(Journal journal, CurrentPerson person, Clock clock, BusinessCalendar calendar) {
        this.journal = journal;
        this.person = person;
        this.clock = clock;
        this.calendar = calendar;
    }

    void add(DelegateExecution execution, JournalEvent what) {
        add(Facts.handoff(execution), execution.getCurrentActivityId(), what);
    }

    void add(String handoff, String node, JournalEvent what) {
        journal.append(new Event(handoff, now(), node, person(), what));
    }

    void status(DelegateExecution execution, Status status) {
        journal.status(Facts.handoff(execution), status, now());
    }

    Instant now() {
        return clock.instant();
    }

    /** Today where the team works. */
    LocalDate today() {
        return calendar.dayOf(now());
    }

    String person() {
        return person.id().orElse(ENGINE);
    }
}
