package dev.baton.retrospective;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * A retrospective has all its answers.
 *
 * @param name label of the node in the diagram
 */
public record RetrospectiveHeld(@Nullable String name) implements JournalEvent {}
