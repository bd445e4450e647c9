package dev.baton.intervention;

import dev.baton.journal.JournalEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations led a handoff past gates or approvals that it had not passed: nothing calls it approved.
 *
 * @param name label of the node that it went on at
 * @param process key of the process that it was led through
 * @param skipped what was passed over: `node`, its id in the diagram, and `name`, its label
 */
public record Jumped(@Nullable String name, String process, List<Skipped> skipped) implements JournalEvent {

    public Jumped {
        skipped = List.copyOf(skipped);
    }

    /** A gate, a review, or the call of a process that holds one. */
    public record Skipped(String node, @Nullable String name) {}
}
