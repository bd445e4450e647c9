package dev.baton.camunda;

import java.time.Duration;
import org.springframework.scheduling.config.FixedDelayTask;

/** Something that each node does again and again, as often as a setting says. */
public final class Sweep {

    private Sweep() {}

    /** Less than a second between two sweeps is an {@link InvalidSetting}. */
    public static FixedDelayTask every(String setting, Duration every, Runnable sweep) {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting(setting, "There has to be a second or more between two sweeps.");
        }
        return new FixedDelayTask(sweep, every, every);
    }
}
