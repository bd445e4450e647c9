package dev.baton.review;

import dev.baton.camunda.Sweep;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
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
    private final Reminders reminders;

    ReminderSchedule(ReminderSweep sweep, Reminders reminders) {
        this.sweep = sweep;
        this.reminders = reminders;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(Sweep.every("baton.reminders.every", reminders.every(), sweep::sweep));
    }
}
