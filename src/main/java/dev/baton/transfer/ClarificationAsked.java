package dev.baton.transfer;

import dev.baton.journal.JournalEvent;
import dev.baton.journal.SummaryChange;
import org.jspecify.annotations.Nullable;

/**
 * The receiver asks the sender; counts as a clarification.
 *
 * @param review key of the review, as in `brief`
 * @param decision the answer
 * @param reason words of the receiver
 * @param field what is asked about, as in `strategyBrief.offer`
 * @param question words of the receiver
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 */
public record ClarificationAsked(
        @Nullable String review,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String field,
        @Nullable String question,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Long waitSeconds)
        implements JournalEvent {

    @Override
    public SummaryChange summary() {
        return SummaryChange.CLARIFICATION_ASKED;
    }
}
