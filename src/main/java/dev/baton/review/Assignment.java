package dev.baton.review;

import dev.baton.camunda.Candidates;
import dev.baton.people.Deputies;
import dev.baton.people.Role;
import dev.baton.people.StandIn;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.process.Variables;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Gives a task to the person that the team names for the task's role, else to whoever did the work that comes back, or to
 * that person's deputy; else the role's group keeps it, and operations what would belong to nobody. An escalated review, and what
 * the diagram says, goes to the accountable person.
 */
@Component
class Assignment {

    private final Deputies deputies;
    private final Diagrams diagrams;
    private final HandoffFactsReader facts;
    private final JournalWriter journal;
    private final KnownPeople people;
    private final EarlierWork earlier;

    Assignment(
            Deputies deputies,
            Diagrams diagrams,
            HandoffFactsReader facts,
            JournalWriter journal,
            KnownPeople people,
            EarlierWork earlier) {
        this.deputies = deputies;
        this.diagrams = diagrams;
        this.facts = facts;
        this.journal = journal;
        this.people = people;
        this.earlier = earlier;
    }

    /** Gives the task away; the answer names both when a deputy gets it. */
    Optional<StandIn> assign(DelegateTask task) {
        var standIn = given(task);
        if (task.getAssignee() != null && !people.include(task.getAssignee())) {
            task.setAssignee(null);
        }
        if (task.getAssignee() == null && task.getCandidates().isEmpty()) {
            task.addCandidateGroup(Role.OPERATIONS.key());
        }
        return standIn.filter(one -> one.deputy().equals(task.getAssignee()));
    }

    private Optional<StandIn> given(DelegateTask task) {
        if (diagrams.isEscalation(task) || diagrams.node(task).isForAccountable()) {
            return toAccountable(task);
        }
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Role::of)
                .flatMap(role -> toRole(task, role));
    }

    private Optional<StandIn> toRole(DelegateTask task, Role role) {
        var person = facts.team(task.getExecution()).person(role).or(() -> earlier.person(task, role));
        if (role == Role.PARTNER) {
            // A partner sees nothing but their own: the task must not show to every partner.
            Candidates.remove(task, role.key());
        }
        return person.flatMap(one -> give(task, one));
    }

    private Optional<StandIn> toAccountable(DelegateTask task) {
        var reviewer = Facts.find(task.getExecution(), Variables.REVIEWER).orElse("");
        var accountable = facts.raci(task.getExecution()).accountable();
        if (accountable
                .map(this::present)
                .filter(person -> !person.equals(reviewer) && people.include(person))
                .isPresent()) {
            return give(task, accountable.get());
        }
        if (task.getCandidates().stream()
                .noneMatch(link -> Role.OPERATIONS.key().equals(link.getGroupId()))) {
            task.addCandidateGroup(Role.OPERATIONS.key());
        }
        return Optional.empty();
    }

    private Optional<StandIn> give(DelegateTask task, String person) {
        var standIn = deputies.standIn(person, journal.today());
        task.setAssignee(standIn.map(StandIn::deputy).orElse(person));
        return standIn;
    }

    private String present(String person) {
        return deputies.standInFor(person, journal.today());
    }
}
