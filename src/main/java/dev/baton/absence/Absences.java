package dev.baton.absence;

import dev.baton.camunda.TransactionRetry;
import dev.baton.handoff.Person;
import dev.baton.handoff.Rights;
import dev.baton.people.Deputies;
import dev.baton.people.Deputy;
import dev.baton.people.InvalidDeputy;
import dev.baton.people.Role;
import dev.baton.process.Errors;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.process.NotAllowed;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Names deputies and takes them back: everybody who works inside for themselves, managers, operations and administrators for
 * everybody. Open tasks follow in the same transaction where the days have come. Days are those of the team's zone.
 */
@Service
public class Absences {

    static final String DEPUTY = "deputy";
    static final String FIRST_DAY = "firstDay";
    static final String LAST_DAY = "lastDay";

    private final Deputies deputies;
    private final TaskMoves moves;
    private final KnownPeople people;
    private final Rights rights;
    private final JournalWriter journal;
    private final TransactionRetry retry;

    Absences(
            Deputies deputies,
            TaskMoves moves,
            KnownPeople people,
            Rights rights,
            JournalWriter journal,
            TransactionRetry retry) {
        this.deputies = deputies;
        this.moves = moves;
        this.people = people;
        this.rights = rights;
        this.journal = journal;
        this.retry = retry;
    }

    /** A person's deputies of today and later, by day. Those who work inside see everybody's, others their own. */
    public List<Deputy> of(String person) {
        demandVisible(person);
        return deputies.of(person, journal.today());
    }

    /**
     * Names a deputy; where the days have come, open tasks move at once.
     *
     * @throws Refusal naming each field that cannot be
     */
    public Absence add(String person, NewDeputy asked) {
        demandMayChange(person);
        var wanted = read(person, asked);
        try {
            return retry.execute(() -> add(wanted));
        } catch (InvalidDeputy impossible) {
            throw Refusal.of(DEPUTY, String.valueOf(impossible.getMessage()));
        }
    }

    /** Takes the deputy of that first day back; open tasks return where the days had come. */
    public List<MovedTask> end(String person, LocalDate firstDay) {
        demandMayChange(person);
        return retry.execute(() -> {
            if (!deputies.remove(person, firstDay)) {
                throw Refusal.unknown("%s has no deputy from %s: GET /api/people/%s/deputies lists those there are."
                        .formatted(person, firstDay, person));
            }
            return moves.settle(person);
        });
    }

    /** The next sweep begins the absence once more: a task that is created at this moment does not know of it. */
    private Absence add(Deputy wanted) {
        var added = deputies.add(wanted.person(), wanted.deputy(), wanted.from(), wanted.to());
        var begins = !added.from().isAfter(journal.today());
        return new Absence(added, begins ? moves.begin(added.person()) : List.of());
    }

    private Deputy read(String person, NewDeputy asked) {
        var errors = new Errors();
        var deputy = errors.read(DEPUTY, () -> deputy(person, asked.deputy()));
        var first = errors.read(FIRST_DAY, () -> day(FIRST_DAY, asked.firstDay()));
        var last = errors.read(LAST_DAY, () -> day(LAST_DAY, asked.lastDay()));
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(LAST_DAY, "The last day %s is before the first day %s: swap the two.".formatted(last, first));
        }
        errors.refuseIfAny();
        return new Deputy(
                person, Objects.requireNonNull(deputy), Objects.requireNonNull(first), Objects.requireNonNull(last));
    }

    private String deputy(String person, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Refusal.of(DEPUTY, "Say who acts meanwhile: \"deputy\" is a user id.");
        }
        var deputy = given.strip();
        if (!people.include(deputy)) {
            throw Refusal.of(DEPUTY, KnownPeople.unknown(deputy));
        }
        if (!people.worksInside(deputy) && (people.worksInside(person) || !people.include(deputy, Role.PARTNER))) {
            throw Refusal.of(
                    DEPUTY,
                    "%s has no role inside the company and cannot act for %s: name somebody who has."
                            .formatted(deputy, person));
        }
        return deputy;
    }

    private LocalDate day(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Refusal.of(field, "\"%s\" is missing: write a day as year-month-day.".formatted(field));
        }
        var day = Facts.day(field, given);
        if (day.isBefore(journal.today())) {
            throw Refusal.of(
                    field, "%s is over: an absence begins today, %s, or later.".formatted(day, journal.today()));
        }
        if (day.isAfter(journal.today().plusYears(1))) {
            throw Refusal.of(field, "%s is more than a year ahead: check the year.".formatted(day));
        }
        return day;
    }

    private void demandMayChange(String person) {
        var asking = rights.person();
        demandVisible(person);
        if (!asking.worksInside()) {
            throw new NotAllowed(
                    "Whoever comes from outside the company has no deputy of their own choice: ask a manager or"
                            + " operations to name one.");
        }
        if (!asking.id().equals(person) && !asking.isInCharge()) {
            throw new NotAllowed("You name a deputy for yourself; for others managers and operations do.");
        }
    }

    /** To those outside nobody else exists. */
    private void demandVisible(String person) {
        var asking = rights.person();
        if (!asking.id().equals(person) && (!seesPeople(asking) || !people.include(person))) {
            throw Refusal.unknown(KnownPeople.unknown(person));
        }
    }

    private static boolean seesPeople(Person asking) {
        return asking.worksInside();
    }
}
