package dev.baton.review;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Nobody answers a review in time: the accountable person is asked.
 *
 * @param review key of the review, as in `brief`
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param accountable user id of who is asked now
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 */
public record Escalated(
        @Nullable String review,
        @Nullable String reviewer,
        @Nullable String accountable,
        @Nullable Long waitSeconds) implements JournalEvent {}
