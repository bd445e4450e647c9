package dev.baton.handoff;

import dev.baton.journal.JournalEvent;

/**
 * A handoff opens another one within itself, with somebody from outside.
 *
 * @param branch business key of the handoff that is opened
 * @param person user id of who works in it from outside
 */
public record BranchOpened(String branch, String person) implements JournalEvent {}
