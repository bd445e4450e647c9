package dev.baton.deployment;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.camunda.Violation;
import dev.baton.process.AsEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
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
    private final RepositoryService repository;
    private final AsEngine asEngine;

    RunningVersions(DeploymentCheck check, RepositoryService repository, AsEngine asEngine) {
        this.check = check;
        this.repository = repository;
        this.asEngine = asEngine;
    }

    @EventListener(ApplicationReadyEvent.class)
    void listViolations() {
        violations().forEach(violation -> LOG.warn("Runs on, deployed before this was a rule: {}", violation));
    }

    List<Violation> violations() {
        return asEngine.call(() -> {
            var files = new TreeMap<String, byte[]>();
            repository
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .withoutTenantId()
                    .unlimitedList()
                    .forEach(definition -> put(definition.getDeploymentId(), definition.getResourceName(), files));
            repository
                    .createDecisionDefinitionQuery()
                    .latestVersion()
                    .withoutTenantId()
                    .unlimitedList()
                    .forEach(definition -> put(definition.getDeploymentId(), definition.getResourceName(), files));
            return new ArrayList<>(check.violations(files));
        });
    }

    private void put(String deployment, String resource, Map<String, byte[]> files) {
        try (var content = repository.getResourceAsStream(deployment, resource)) {
            files.put(resource, content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
