package dev.baton.handoff;

import dev.baton.journal.Handoff;
import dev.baton.people.Role;
import dev.baton.process.KnownPeople;
import java.util.Collections;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;

/** Who asks, with the groups of this moment. */
public record Person(String id, Set<String> groups) {

    private static final Set<String> IN_CHARGE =
            Set.of(Role.MANAGER.key(), Role.OPERATIONS.key(), Groups.CAMUNDA_ADMIN);

    public Person {
        groups = Set.copyOf(groups);
    }

    /** Has a role that carries handoffs inside the company, or administers. */
    public boolean worksInside() {
        return KnownPeople.workInside(groups);
    }

    public boolean isStakeholder() {
        return groups.contains(Role.STAKEHOLDER.key());
    }

    public boolean isInCharge() {
        return !Collections.disjoint(groups, IN_CHARGE);
    }

    /** Started the handoff or is in its team. */
    public boolean isPartOf(Handoff handoff) {
        return handoff.startedBy().equals(id) || handoff.team().containsValue(id);
    }

    public boolean holds(OpenTask task) {
        return task.assignee() == null
                ? !Collections.disjoint(groups, task.groups())
                : task.assignee().equals(id);
    }
}
