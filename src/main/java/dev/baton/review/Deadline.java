package dev.baton.review;

import dev.baton.calendar.Deadlines;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * `${deadline.hours(48)}` in a diagram: the instant by which a person must have answered. Hours are elapsed hours, or
 * hours on working days where `baton.time.counting` says so.
 */
@Component
@VisibleInDiagrams
public class Deadline {

    private final Deadlines deadlines;
    private final Clock clock;

    Deadline(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date hours(long hours) {
        return Date.from(after(Duration.ofHours(hours)));
    }

    /** The same without the time that was used before, as after a clarification, in which the clock stood still. */
    public Date hours(long hours, @Nullable Long secondsUsed) {
        var left = Duration.ofHours(hours).minusSeconds(secondsUsed == null ? 0 : secondsUsed);
        return Date.from(after(left.isNegative() ? Duration.ZERO : left));
    }

    /** Adds the time since the receiver's task opened to what the receiver has used of the time to answer. */
    public void stopReceiversClock(VariableScope transfer, Instant opened) {
        var used =
                secondsUsed(transfer) + deadlines.spent(opened, clock.instant()).toSeconds();
        transfer.setVariable(Variables.RECEIVER_SECONDS_USED, used);
    }

    private static long secondsUsed(VariableScope scope) {
        return Facts.number(scope, Variables.RECEIVER_SECONDS_USED)
                .map(Number::longValue)
                .orElse(0L);
    }

    private Instant after(Duration time) {
        return deadlines.after(clock.instant(), time);
    }
}
