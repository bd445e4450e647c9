package dev.baton.review;

import dev.baton.journal.JournalEvent;
import dev.baton.journal.SummaryChange;
import org.jspecify.annotations.Nullable;

/**
 * A review is answered; counts as sent back where the decision returns the work.
 *
 * @param review key of the review, as in `brief`
 * @param decision the answer, as in `approved`, `changes`, `rejected`, `accepted`
 * @param reason words of the reviewer
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param ownWork yes where whoever decided wrote what is reviewed, and nobody else of the role could decide
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 * @param sentBack whether the decision returned the work to whoever made it
 * @param revisionReason `missed-strategic-point`, `wrong-tone`, `accuracy` or `polish`, where work goes back
 * @param severity `major` or `minor`, where work goes back
 * @param position percent of the work that was done, 0 to 100, where work goes back and somebody said it
 */
public record Decided(
        String review,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Boolean ownWork,
        @Nullable Long waitSeconds,
        boolean sentBack,
        @Nullable String revisionReason,
        @Nullable String severity,
        @Nullable Integer position)
        implements JournalEvent {

    @Override
    public SummaryChange summary() {
        return sentBack ? SummaryChange.SENT_BACK : SummaryChange.NONE;
    }
}
