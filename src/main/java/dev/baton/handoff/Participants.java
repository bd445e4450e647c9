package dev.baton.handoff;

import dev.baton.journal.Handoff;
import dev.baton.people.Duties;
import dev.baton.people.Raci;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.Variables;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Who takes part in a running handoff: its team, whoever started it, is accountable, responsible or consulted, or holds
 * one of its tasks; everyone with a role of its diagrams that the team leaves open; and those in charge of all handoffs.
 * Stakeholders, and those who are only kept informed, see without deciding.
 */
@Component
public class Participants {

    /** Their role alone makes nobody part of a handoff. */
    private static final Set<String> ONLY_BY_NAME = Set.of(Role.PARTNER.key(), Role.STAKEHOLDER.key());

    private static final int MOST_NAMED = 4;

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final OpenTasks tasks;
    private final Diagrams diagrams;
    private final AsEngine asEngine;

    Participants(
            RuntimeService runtime, IdentityService identity, OpenTasks tasks, Diagrams diagrams, AsEngine asEngine) {
        this.runtime = runtime;
        this.identity = identity;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.asEngine = asEngine;
    }

    /** Who answers for the handoff as a whole, where its RACI says so. */
    Optional<String> accountable(Handoff handoff) {
        return handoff.facts().accountable();
    }

    public boolean include(Handoff handoff, String person) {
        var groups = asEngine.call(() -> identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
        return include(handoff, new Person(person, groups));
    }

    public boolean include(Handoff handoff, Person person) {
        if (person.isInCharge() || named(handoff).contains(person.id())) {
            return true;
        }
        var onlyWatches = person.isStakeholder() && !person.worksInside();
        return !onlyWatches && (holdsTaskOf(handoff, person) || hasOpenRoleOf(handoff, person));
    }

    private boolean holdsTaskOf(Handoff handoff, Person person) {
        return tasks.of(handoff.id()).stream().anyMatch(task -> person.id().equals(task.assignee()));
    }

    private boolean hasOpenRoleOf(Handoff handoff, Person person) {
        return openRoles(handoff).stream().anyMatch(person.groups()::contains);
    }

    /** A few of those who are named, apart from one, as a text. */
    public String some(Handoff handoff, String apartFrom) {
        return named(handoff).stream()
                .filter(person -> !person.equals(apartFrom))
                .limit(MOST_NAMED)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), names -> names.isEmpty() ? "the accountable person" : names));
    }

    private Set<String> named(Handoff handoff) {
        var named = new LinkedHashSet<String>();
        handoff.team().forEach((role, person) -> {
            if (!role.equals(Role.STAKEHOLDER.key())) {
                named.add(person);
            }
        });
        named.add(handoff.startedBy());
        var raci = raci(handoff);
        Stream.concat(Stream.ofNullable(raci.handoff()), raci.deliverables().values().stream())
                .flatMap(Participants::deciding)
                .forEach(named::add);
        return named;
    }

    private static Stream<String> deciding(Duties duties) {
        return Stream.of(Stream.of(duties.accountable()), duties.responsible().stream(), duties.consulted().stream())
                .flatMap(people -> people);
    }

    private Set<String> openRoles(Handoff handoff) {
        return asEngine.call(() -> {
            var instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(handoff.processInstanceId())
                    .singleResult();
            if (instance == null) {
                return Set.of();
            }
            var roles = new LinkedHashSet<>(diagrams.roles(instance.getProcessDefinitionId()));
            roles.addAll(variables(handoff, Variables.SENDER_ROLE, Variables.RECEIVER_ROLE));
            roles.removeAll(handoff.team().keySet());
            ONLY_BY_NAME.forEach(roles::remove);
            return roles;
        });
    }

    private Collection<String> variables(Handoff handoff, String... names) {
        return runtime
                .createVariableInstanceQuery()
                .variableScopeIdIn(handoff.processInstanceId())
                .variableNameIn(names)
                .listPage(0, names.length)
                .stream()
                .map(variable -> String.valueOf(variable.getValue()))
                .toList();
    }

    private static Raci raci(Handoff handoff) {
        return HandoffFactsReader.raci(handoff.facts());
    }
}
