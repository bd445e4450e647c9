package dev.baton.plan;

import dev.baton.camunda.Sweep;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets the sweep run as often as `baton.plans.every` says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanSchedule.Settings.class)
class PlanSchedule implements SchedulingConfigurer {

    /** @param every how often it is looked whether the day of a stage has passed */
    @ConfigurationProperties("baton.plans")
    record Settings(@DefaultValue("PT15M") Duration every) {}

    private final PlanSweep sweep;
    private final Settings settings;

    PlanSchedule(PlanSweep sweep, Settings settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(Sweep.every("baton.plans.every", settings.every(), sweep::sweep));
    }
}
