package dev.baton.journal;

/**
 * A handoff is over.
 *
 * @param outcome how, as its diagram says, such as `accepted` or `rejected`
 */
public record Ended(String outcome) implements JournalEvent {}
