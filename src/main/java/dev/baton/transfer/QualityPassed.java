package dev.baton.transfer;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * The quality owner passes a transfer on.
 *
 * @param contract key of the contract that is transferred
 * @param review key of the review, as in `brief`
 * @param decision the answer
 * @param reason words of the reviewer
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param ownWork yes where whoever decided wrote what is reviewed, and nobody else of the role could decide
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 */
public record QualityPassed(
        @Nullable String contract,
        @Nullable String review,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Boolean ownWork,
        @Nullable Long waitSeconds)
        implements JournalEvent {}
