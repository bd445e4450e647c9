package dev.baton.absence;

import dev.baton.camunda.Sweep;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets the sweep run as often as `baton.absences.every` says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AbsenceSchedule.Settings.class)
class AbsenceSchedule implements SchedulingConfigurer {

    /** @param every how often it is looked whose absence begins or is over */
    @ConfigurationProperties("baton.absences")
    record Settings(@DefaultValue("PT5M") Duration every) {}

    private final AbsenceSweep sweep;
    private final Settings settings;

    AbsenceSchedule(AbsenceSweep sweep, Settings settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(Sweep.every("baton.absences.every", settings.every(), sweep::sweep));
    }
}
