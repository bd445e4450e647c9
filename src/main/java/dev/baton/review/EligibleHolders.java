package dev.baton.review;

import dev.baton.camunda.TaskHolderRule;
import dev.baton.people.Deputies;
import dev.baton.people.Role;
import dev.baton.people.UnknownRole;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.shared.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * A task belongs to somebody with an account who holds its role, or acts for somebody who does, or is in operations; an
 * escalated one to the accountable person too. In processes that Baton leaves alone everybody with an account will do.
 */
@Component
class EligibleHolders implements TaskHolderRule {

    private static final String USER = "userId";
    private static final String GROUP = "groupId";

    private final KnownPeople people;
    private final Deputies deputies;
    private final Diagrams diagrams;
    private final HandoffFactsReader facts;
    private final JournalWriter journal;
    private final OwnWork ownWork;

    EligibleHolders(
            KnownPeople people,
            Deputies deputies,
            Diagrams diagrams,
            HandoffFactsReader facts,
            JournalWriter journal,
            OwnWork ownWork) {
        this.people = people;
        this.deputies = deputies;
        this.diagrams = diagrams;
        this.facts = facts;
        this.journal = journal;
        this.ownWork = ownWork;
    }

    @Override
    public void check(DelegateTask task, List<? extends IdentityLink> candidates) {
        if (task.getAssignee() == null && candidates.isEmpty()) {
            throw Refusal.of(
                    USER,
                    "Nobody would hold this task: name who takes it, or first add a group that may, such as operations.");
        }
        candidates.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .forEach(group -> demand(group, task));
        Stream.concat(
                        Stream.of(task.getAssignee(), task.getOwner()),
                        candidates.stream().map(IdentityLink::getUserId))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> demandPerson(person, task));
    }

    private void demand(String group, DelegateTask task) {
        if (diagrams.isForeign(task)) {
            return;
        }
        var role = role(group);
        if (!Role.worksInside(Set.of(role.key())) && !rolesInDiagram(task).contains(role)) {
            throw Refusal.of(
                    GROUP,
                    "A task of %s is not offered to every %s: name a group that works inside."
                            .formatted(inWords(rolesInDiagram(task)), Role.inWords(group)));
        }
    }

    private static Role role(String group) {
        try {
            return Role.of(group);
        } catch (UnknownRole unknown) {
            throw Refusal.of(GROUP, String.valueOf(unknown.getMessage()));
        }
    }

    private void demandPerson(String person, DelegateTask task) {
        if (!people.include(person)) {
            throw Refusal.of(USER, KnownPeople.unknown(person));
        }
        if (!diagrams.isForeign(task) && !mayHold(person, task)) {
            throw Refusal.of(
                    USER,
                    "\"%s\" may not do this task, it is for %s: name somebody with that role, their deputy, or operations."
                            .formatted(person, inWords(roles(task))));
        }
        if (!diagrams.isForeign(task) && ownWork.passesOver(person, task)) {
            throw Refusal.of(USER, ownWork(person));
        }
    }

    static String ownWork(String person) {
        return "\"%s\" wrote what is reviewed here, and somebody else can decide it: leave it to a colleague of the role."
                .formatted(person);
    }

    private boolean mayHold(String person, DelegateTask task) {
        var roles = roles(task);
        return people.standsInForAll(person)
                || (roles.isEmpty() && people.worksInside(person))
                || hasOneOf(roles, person, task)
                || deputies.absentFor(person, journal.today()).stream()
                        .anyMatch(absent -> hasOneOf(roles, absent, task));
    }

    private boolean hasOneOf(Set<Role> roles, String person, DelegateTask task) {
        var team = facts.team(task.getExecution());
        return roles.stream()
                        .anyMatch(role -> people.include(person, role)
                                || (team.person(role).filter(person::equals).isPresent()
                                        && people.isCandidate(person, role)))
                || (diagrams.isEscalation(task)
                        && facts.raci(task.getExecution())
                                .accountable()
                                .filter(person::equals)
                                .isPresent());
    }

    /** Those that the diagram names and those that were added. */
    private Set<Role> roles(DelegateTask task) {
        var roles = rolesInDiagram(task);
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(Role::of)
                .forEach(roles::add);
        return roles;
    }

    private Set<Role> rolesInDiagram(DelegateTask task) {
        var roles = EnumSet.noneOf(Role.class);
        diagrams.node(task)
                .group(variable -> Facts.find(task, variable))
                .map(Role::of)
                .ifPresent(roles::add);
        return roles;
    }

    private static String inWords(Set<Role> roles) {
        return roles.isEmpty()
                ? "the person whom it asks"
                : roles.stream().map(Role::inWords).collect(Collectors.joining(" or "));
    }
}
