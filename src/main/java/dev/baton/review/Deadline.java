package dev.baton.review;

import dev.baton.calendar.Deadlines;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.process.AsEngine;
import dev.baton.process.Variables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * `${deadline.hours(48)}` in a diagram: the instant by which a person must have answered. Hours are elapsed hours; where
 * `baton.time.counting` says so, 24 of them are one working day.
 */
@Component
@VisibleInDiagrams
public class Deadline {

    private final Deadlines deadlines;
    private final Clock clock;
    private final ManagementService jobs;
    private final AsEngine engine;

    Deadline(Deadlines deadlines, Clock clock, ManagementService jobs, AsEngine engine) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.jobs = jobs;
        this.engine = engine;
    }

    public Date hours(long hours) {
        return Date.from(after(Duration.ofHours(hours)));
    }

    /**
     * The same without the time that was used before, as after a clarification, in which the clock stood still.
     *
     * @param secondsUsed negative where somebody gave more time
     */
    public Date hours(long hours, @Nullable Long secondsUsed) {
        var left = Duration.ofHours(hours).minusSeconds(secondsUsed == null ? 0 : secondsUsed);
        return Date.from(after(left.isNegative() ? Duration.ZERO : left));
    }

    /**
     * Stops the clock of whoever asks a question instead of answering: afterwards they have what was left until their task
     * was due, also where somebody had moved that.
     *
     * @param task the execution of the task that is answered
     * @param hours those of its timer
     */
    public void stopReceiversClock(DelegateExecution task, int hours) {
        var timer = engine.call(() -> jobs.createJobQuery().executionId(task.getId()).timers().list().stream()
                .findFirst());
        timer.ifPresent(job -> {
            var left = deadlines.spent(clock.instant(), job.getDuedate().toInstant());
            task.getProcessInstance()
                    .setVariable(
                            Variables.RECEIVER_SECONDS_USED,
                            Duration.ofHours(hours).minus(left).toSeconds());
        });
    }

    private Instant after(Duration time) {
        return deadlines.after(clock.instant(), time);
    }
}
