package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something is written down on the way, such as what was said in a stand-up or agreed in a weekly sync.
 *
 * @param name label of the node in the diagram
 * @param note words of who wrote it
 */
public record Noted(@Nullable String name, @Nullable String note) implements JournalEvent {}
