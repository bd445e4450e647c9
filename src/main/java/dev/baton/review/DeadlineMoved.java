package dev.baton.review;

import dev.baton.journal.JournalEvent;
import java.time.Instant;

/**
 * The deadline of an open task moves.
 *
 * @param task name of the task
 * @param from until when it was due
 * @param to until when it is due now
 * @param reason words of who moved it
 */
public record DeadlineMoved(String task, Instant from, Instant to, String reason) implements JournalEvent {}
