package dev.baton.deployment;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets a folder be looked at as often as a change is to be live within ten seconds, which takes two looks. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FolderWatchSchedule implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ProcessFiles files;
    private final FileDeployment deployment;

    FolderWatchSchedule(ProcessFiles files, FileDeployment deployment) {
        this.files = files;
        this.deployment = deployment;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (files.isFolder()) {
            tasks.addFixedDelayTask(new FixedDelayTask(deployment::look, EVERY, EVERY));
        }
    }
}
