package dev.baton.api;

import dev.baton.journal.Handoff;
import dev.baton.people.Role;
import dev.baton.workflow.OpenTask;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;

/** Who asks, with the groups of this moment. */
record Person(String id, Set<String> groups) {

    private static final Set<String> INSIDE = Arrays.stream(Role.values())
            .filter(role -> role != Role.PARTNER && role != Role.STAKEHOLDER)
            .map(Role::key)
            .collect(Collectors.toSet());

    private static final Set<String> IN_CHARGE =
            Set.of(Role.MANAGER.key(), Role.OPERATIONS.key(), Groups.CAMUNDA_ADMIN);

    Person {
        groups = Set.copyOf(groups);
    }

    /** Has a role that carries handoffs inside the company, or administers. */
    boolean worksInside() {
        return groups.contains(Groups.CAMUNDA_ADMIN) || !Collections.disjoint(groups, INSIDE);
    }

    boolean isStakeholder() {
        return groups.contains(Role.STAKEHOLDER.key());
    }

    boolean isInCharge() {
        return !Collections.disjoint(groups, IN_CHARGE);
    }

    /** Started the handoff or is in its team. */
    boolean isPartOf(Handoff handoff) {
        return handoff.startedBy().equals(id) || handoff.team().containsValue(id);
    }

    boolean holds(OpenTask task) {
        return task.assignee() == null
                ? !Collections.disjoint(groups, task.groups())
                : task.assignee().equals(id);
    }
}
