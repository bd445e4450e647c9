package dev.baton.journal;

import org.jspecify.annotations.Nullable;

/**
 * What an event changes in the summary of its handoff.
 *
 * @param clarifications questions to count
 * @param clarificationWaitSeconds time from question to answer, to be added
 * @param sentBack returns of work to count
 * @param completenessPercent how complete a gate found the packages, 0 to 100; none: as before
 */
public record SummaryChange(
        int clarifications,
        long clarificationWaitSeconds,
        int sentBack,
        @Nullable Integer completenessPercent) {

    public static final SummaryChange NONE = new SummaryChange(0, 0, 0, null);
    public static final SummaryChange SENT_BACK = new SummaryChange(0, 0, 1, null);
    public static final SummaryChange CLARIFICATION_ASKED = new SummaryChange(1, 0, 0, null);

    public static SummaryChange clarified(long waitSeconds) {
        return new SummaryChange(0, waitSeconds, 0, null);
    }

    public static SummaryChange judged(int completenessPercent) {
        return new SummaryChange(0, 0, 0, completenessPercent);
    }

    /** Both, one after the other. */
    SummaryChange plus(SummaryChange later) {
        return new SummaryChange(
                clarifications + later.clarifications,
                clarificationWaitSeconds + later.clarificationWaitSeconds,
                sentBack + later.sentBack,
                later.completenessPercent == null ? completenessPercent : later.completenessPercent);
    }
}
