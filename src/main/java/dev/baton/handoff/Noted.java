package dev.baton.handoff;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something is written down on the way, such as what a weekly sync agreed.
 *
 * @param name label of the node in the diagram
 * @param note words of who wrote it
 */
public record Noted(@Nullable String name, @Nullable String note) implements JournalEvent {}
