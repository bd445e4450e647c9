package dev.baton.review;

import dev.baton.journal.JournalEvent;

/**
 * Somebody finishes work that others review, or vouches for it: from here on it is theirs.
 *
 * @param name name of the task
 */
public record WorkDone(String name) implements JournalEvent {}
