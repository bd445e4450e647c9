package dev.baton.retrospective;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody rates a launched campaign; sealed until both sides have answered.
 *
 * @param what `strategic-intent` or `brand-alignment`
 * @param rater `sender`, `receiver` or `stakeholder`
 * @param retrospective id of the process instance that holds the ratings of one round together
 * @param review key of the review, as in `brief`
 * @param reviewer user id, or group where nobody took it, of who was asked first
 * @param standsInFor user id of the person for whom a deputy decided
 * @param waitSeconds seconds since the review was first asked, whoever decided it in the end
 * @param value 1 to 10; absent while it is sealed
 * @param why words of who rated; absent while it is sealed
 * @param sealed yes while it is sealed, else absent
 */
public record Rated(
        String what,
        Rater rater,
        String retrospective,
        @Nullable String review,
        @Nullable String reviewer,
        @Nullable String standsInFor,
        @Nullable Long waitSeconds,
        @Nullable Integer value,
        @Nullable String why,
        @Nullable Boolean sealed)
        implements JournalEvent {

    /** The same without what nobody may read yet. */
    Rated seal() {
        return new Rated(what, rater, retrospective, review, reviewer, standsInFor, waitSeconds, null, null, true);
    }
}
