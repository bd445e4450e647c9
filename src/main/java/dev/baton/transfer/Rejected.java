package dev.baton.transfer;

import dev.baton.journal.EarlyEnd;
import dev.baton.journal.SummaryChange;
import org.jspecify.annotations.Nullable;

/**
 * A handoff or what was to be approved is refused for good; counts as sent back.
 *
 * @param name label of the node in the diagram
 * @param reason words of who refused it
 * @param contract key of the contract that is transferred
 * @param review key of the review, as in `brief`
 * @param reviewer user id, or group where nobody took it, of who was asked first
 */
public record Rejected(
        @Nullable String name,
        @Nullable String reason,
        @Nullable String contract,
        @Nullable String review,
        @Nullable String reviewer)
        implements EarlyEnd {

    @Override
    public SummaryChange summary() {
        return SummaryChange.SENT_BACK;
    }
}
