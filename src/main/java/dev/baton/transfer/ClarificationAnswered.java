package dev.baton.transfer;

import dev.baton.journal.JournalEvent;
import dev.baton.journal.SummaryChange;
import org.jspecify.annotations.Nullable;

/**
 * The sender answers; its wait counts.
 *
 * @param review key of the review, as in `brief`
 * @param decision the answer
 * @param reason words of the sender
 * @param field what was asked about, as in `strategyBrief.offer`
 * @param answer words of the sender
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param waitSeconds seconds from question to answer
 */
public record ClarificationAnswered(
        @Nullable String review,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String field,
        @Nullable String answer,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Long waitSeconds)
        implements JournalEvent {

    @Override
    public SummaryChange summary() {
        return SummaryChange.clarified(waitSeconds == null ? 0 : waitSeconds);
    }
}
