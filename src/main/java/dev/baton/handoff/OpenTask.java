package dev.baton.handoff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task somebody has to do.
 *
 * @param assignee the person who holds it; none while a whole group may take it
 * @param groups the role keys whose people may take it
 * @param node the id of the task in its diagram; empty where no process asks
 * @param handoff its id; empty where no handoff asks
 * @param instance id of the process instance that asks; empty where no process asks
 * @param work whether the handoff's own work asks, not an action on it and not a notice of its end
 * @param since UTC
 * @param suspended whether operations have halted its handoff: it takes no answer
 * @param due UTC
 */
public record OpenTask(
        String id,
        String name,
        String node,
        String instance,
        boolean work,
        String handoff,
        @Nullable String assignee,
        List<String> groups,
        Instant since,
        @Nullable Instant due,
        int priority,
        boolean suspended) {}
