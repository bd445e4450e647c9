package dev.baton.review;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is reminded of an open review.
 *
 * @param review key of the review, as in `brief`
 * @param number which reminder of this task, counted from 1
 * @param reviewer user id of who has the task
 */
public record Reminded(String review, long number, @Nullable String reviewer) implements JournalEvent {}
