package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * A handoff starts.
 *
 * @param model key of its process
 * @param modelVersion version of its process, counted from 1
 * @param via way in: `tasklist`, `engine-rest`, `api`, or `engine` where nobody was at the door
 * @param about business key of the handoff that it looks back on
 */
public record Started(
        String model,
        int modelVersion,
        String via,
        @Nullable String about) implements JournalEvent {

    public Started {
        via = JournalEvent.word(via);
    }
}
