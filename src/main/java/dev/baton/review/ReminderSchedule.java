package dev.baton.review;

import dev.baton.camunda.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets the sweep of this room run, as often as `baton.reminders.*` says. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ReminderSchedule.Reminders.class)
class ReminderSchedule implements SchedulingConfigurer {

    /** @param every how often open reviews are looked at */
    @ConfigurationProperties("baton.reminders")
    record Reminders(@DefaultValue("PT5M") Duration every) {}

    private final ReminderSweep sweep;
    private final Duration every;

    ReminderSchedule(ReminderSweep sweep, Reminders reminders) {
        this.sweep = sweep;
        this.every = reminders.every();
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting("baton.reminders.every", "Reminders need a second or more between two sweeps.");
        }
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(sweep::sweep, every, every));
    }
}
