package dev.baton.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of one transaction come to in the row of their handoff.
 *
 * @param lastEventAt none where nothing happened but a move
 * @param status where the handoff stands after its last move; none: where it stood
 * @param since when it came there
 * @param wasElsewhere whether it stood somewhere else in between
 */
record Summary(
        @Nullable Instant lastEventAt,
        SummaryChange change,
        @Nullable Status status,
        @Nullable Instant since,
        boolean wasElsewhere) {

    private static final Summary NONE = new Summary(null, SummaryChange.NONE, null, null, false);

    static Summary of(List<Pending.Change> changes) {
        var summary = NONE;
        for (var change : changes) {
            summary = change instanceof Pending.Happened happened
                    ? summary.after(happened.event())
                    : summary.after((Pending.Moved) change);
        }
        return summary;
    }

    private Summary after(Event event) {
        return new Summary(event.at(), change.plus(event.what().summary()), status, since, wasElsewhere);
    }

    private Summary after(Pending.Moved move) {
        return move.status() == status
                ? this
                : new Summary(lastEventAt, change, move.status(), move.since(), status != null);
    }
}
