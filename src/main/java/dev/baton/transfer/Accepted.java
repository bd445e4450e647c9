package dev.baton.transfer;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * The receiver takes the work over.
 *
 * @param name label of the node in the diagram
 * @param reason words of the receiver
 * @param contract key of the contract that is transferred
 * @param review key of the review, as in `brief`
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param nextStep what the receiver does next
 * @param nextStepOwner user id of who does it
 */
public record Accepted(
        @Nullable String name,
        @Nullable String reason,
        @Nullable String contract,
        @Nullable String review,
        @Nullable String reviewer,
        @Nullable String nextStep,
        @Nullable String nextStepOwner)
        implements JournalEvent {}
