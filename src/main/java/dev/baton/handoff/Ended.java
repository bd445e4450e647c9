package dev.baton.handoff;

import dev.baton.journal.JournalEvent;

/**
 * A handoff is over.
 *
 * @param outcome how, as its diagram says, such as `accepted` or `rejected`
 */
public record Ended(String outcome) implements JournalEvent {}
