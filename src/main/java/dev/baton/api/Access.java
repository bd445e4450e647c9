package dev.baton.api;

import dev.baton.engine.CurrentPerson;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Reach;
import dev.baton.workflow.Handoffs;
import dev.baton.workflow.OpenTask;
import dev.baton.workflow.OpenTasks;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may see and do what with handoffs. People with a role inside the company see every handoff, change its packages
 * and start what the engine lets them start. Stakeholders see every handoff and change nothing. Everyone else, partners
 * above all, sees the handoffs that concern them, and changes a package only while holding a task of that handoff. Only
 * the people of a handoff, its accountable person, managers, operations and administrators cancel it.
 */
@Component
class Access {

    private final CurrentPerson current;
    private final Journal journal;
    private final OpenTasks tasks;
    private final Handoffs handoffs;

    Access(CurrentPerson current, Journal journal, OpenTasks tasks, Handoffs handoffs) {
        this.current = current;
        this.journal = journal;
        this.tasks = tasks;
        this.handoffs = handoffs;
    }

    Person person() {
        var id = current.id()
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in: the door lets no such request in"));
        return new Person(id, Set.copyOf(current.groups()));
    }

    /** The limits of a list; none for those who see everything. */
    Optional<Reach> reach() {
        var person = person();
        if (seesEverything(person)) {
            return Optional.empty();
        }
        var held = tasks.mine(person.id(), person.groups()).stream()
                .map(OpenTask::handoff)
                .collect(Collectors.toSet());
        return Optional.of(new Reach(person.id(), held));
    }

    /** The handoff, where the person may see it; to the others it does not exist. */
    Handoff visible(String id) {
        return journal.find(id)
                .filter(this::mayBeSeen)
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "No handoff that you may see has the id \"%s\": GET /api/handoffs lists yours.".formatted(id)));
    }

    private boolean mayBeSeen(Handoff handoff) {
        var person = person();
        return seesEverything(person) || person.isPartOf(handoff) || holdsTaskOf(person, handoff);
    }

    /** Beyond this the engine asks its own grants: which roles start which model. */
    void toStart() {
        allow(person().worksInside(), "Only people with a role inside the company start handoffs.");
    }

    void toChangePackages(Handoff handoff) {
        var person = person();
        allow(
                person.worksInside() || (!person.isStakeholder() && holdsTaskOf(person, handoff)),
                "You may read this package, and change it only while you hold a task of the handoff.");
    }

    void toCancel(Handoff handoff) {
        var person = person();
        allow(
                person.worksInside()
                        && (person.isInCharge()
                                || person.isPartOf(handoff)
                                || handoffs.accountable(handoff)
                                        .filter(person.id()::equals)
                                        .isPresent()),
                "Only people of this handoff's team, its accountable person, whoever started it, managers and operations"
                        + " may cancel it.");
    }

    private static boolean seesEverything(Person person) {
        return person.worksInside() || person.isStakeholder();
    }

    private boolean holdsTaskOf(Person person, Handoff handoff) {
        return tasks.of(handoff.id()).stream().anyMatch(person::holds);
    }

    private static void allow(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new Refused(ProblemKind.FORBIDDEN, otherwise);
        }
    }
}
