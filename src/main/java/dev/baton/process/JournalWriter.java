package dev.baton.process;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.camunda.CurrentPerson;
import dev.baton.journal.Event;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened at a node of a running handoff into the journal: when, who, where. */
@Component
public class JournalWriter {

    /** Who acts when no person is at the door: a timer, a sweep, a migration. */
    public static final String ENGINE = "engine";

    private final Journal journal;
    private final CurrentPerson person;
    private final Clock clock;
    private final BusinessCalendar calendar;

    JournalWriter(Journal journal, CurrentPerson person, Clock clock, BusinessCalendar calendar) {
        this.journal = journal;
        this.person = person;
        this.clock = clock;
        this.calendar = calendar;
    }

    public void add(DelegateExecution execution, JournalEvent what) {
        add(Facts.handoff(execution), execution.getCurrentActivityId(), what);
    }

    public void add(String handoff, @Nullable String node, JournalEvent what) {
        journal.append(new Event(handoff, now(), node, person(), what));
    }

    public void status(DelegateExecution execution, Status status) {
        journal.status(Facts.handoff(execution), status, now());
    }

    public Instant now() {
        return clock.instant();
    }

    /** Today where the team works. */
    public LocalDate today() {
        return calendar.dayOf(now());
    }

    public String person() {
        return person.behind().orElse(ENGINE);
    }
}
