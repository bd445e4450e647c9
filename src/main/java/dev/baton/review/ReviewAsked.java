package dev.baton.review;

import dev.baton.journal.JournalEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review is put to somebody, or to a group.
 *
 * @param review key of the review, as in `brief`
 * @param name name of the task
 * @param reviewer user id, or group where nobody took it
 * @param standsInFor user id of the person for whom a deputy is asked
 * @param passedOver user id of who is not asked because they wrote what is reviewed
 * @param due deadline of the task
 */
public record ReviewAsked(
        String review,
        String name,
        String reviewer,
        @Nullable String standsInFor,
        @Nullable String passedOver,
        @Nullable Instant due)
        implements JournalEvent {}
