package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed at the start changes.
 *
 * @param reason words of who changed it
 * @param changes `field`, `from` and `to`, each absent where there was or is none
 */
public record FactsChanged(String reason, List<Change> changes) implements JournalEvent {

    public FactsChanged {
        changes = List.copyOf(changes);
    }

    /** One fact, as it was and as it is now, in plain JSON. */
    public record Change(
            String field, @Nullable Object from, @Nullable Object to) {}
}
