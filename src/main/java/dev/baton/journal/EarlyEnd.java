package dev.baton.journal;

import org.jspecify.annotations.Nullable;

/**
 * A handoff ends before its work is done: it is refused, or called off. No gate has to pass it on the way there, and whom
 * it concerns is told.
 */
public interface EarlyEnd extends JournalEvent {

    /** Words of who ended it. */
    @Nullable
    String reason();
}
