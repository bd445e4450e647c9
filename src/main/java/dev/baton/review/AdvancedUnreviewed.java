package dev.baton.review;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Nobody answers at all and work goes on unreviewed: nothing calls it approved.
 *
 * @param name label of the node in the diagram
 * @param review key of the review, as in `brief`
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param contract key of the contract that is transferred
 * @param reason why, where somebody said it
 */
public record AdvancedUnreviewed(
        @Nullable String name,
        @Nullable String review,
        @Nullable String reviewer,
        @Nullable String contract,
        @Nullable String reason)
        implements JournalEvent {}
