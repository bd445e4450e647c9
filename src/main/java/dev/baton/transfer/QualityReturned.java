package dev.baton.transfer;

import dev.baton.journal.JournalEvent;
import dev.baton.journal.SummaryChange;
import org.jspecify.annotations.Nullable;

/**
 * The quality owner returns a transfer; counts as sent back.
 *
 * @param contract key of the contract that is transferred
 * @param review key of the review, as in `brief`
 * @param decision the answer
 * @param reason words of the reviewer
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param ownWork yes where whoever decided wrote what is reviewed, and nobody else of the role could decide
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 * @param revisionReason `missed-strategic-point`, `wrong-tone`, `accuracy` or `polish`
 * @param severity `major` or `minor`
 * @param position percent of the work that was done, 0 to 100
 */
public record QualityReturned(
        @Nullable String contract,
        @Nullable String review,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Boolean ownWork,
        @Nullable Long waitSeconds,
        @Nullable String revisionReason,
        @Nullable String severity,
        @Nullable Integer position)
        implements JournalEvent {

    @Override
    public SummaryChange summary() {
        return SummaryChange.SENT_BACK;
    }
}
