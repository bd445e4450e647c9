package dev.baton.deployment;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.camunda.DeploymentStore;
import dev.baton.camunda.Violation;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lists at the start which newest versions break a rule: they were deployed before the rule was there, and run on. What is
 * deployed next is held to it.
 */
@Component
class RunningVersions {

    private static final Logger LOG = LoggerFactory.getLogger(RunningVersions.class);

    private final DeploymentCheck check;
    private final DeploymentStore store;

    RunningVersions(DeploymentCheck check, DeploymentStore store) {
        this.check = check;
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void listViolations() {
        violations().forEach(violation -> LOG.warn("Runs on, deployed before this was a rule: {}", violation));
    }

    List<Violation> violations() {
        var files = new TreeMap<String, byte[]>();
        store.definitions().inForce().forEach(definition -> files.put(definition.file(), store.content(definition)));
        return check.violations(files);
    }
}
