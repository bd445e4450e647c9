package dev.baton.retrospective;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * A side does not rate, which is an answer too.
 *
 * @param what `strategic-intent` or `brand-alignment`
 * @param rater `sender`, `receiver` or `stakeholder`
 * @param retrospective id of the process instance that holds the ratings of one round together
 * @param review key of the review, as in `brief`
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 * @param reason why it is not rated
 */
public record NotRated(
        String what,
        Rater rater,
        String retrospective,
        @Nullable String review,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Long waitSeconds,
        @Nullable String reason)
        implements JournalEvent {}
