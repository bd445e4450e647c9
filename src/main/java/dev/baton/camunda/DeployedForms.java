package dev.baton.camunda;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** The newest deployed version of a Camunda Form, each read once. */
@Component
public class DeployedForms {

    /** A deployed form: its id changes with every version. */
    public record DeployedForm(String id, String file, String json) {}

    private final ProcessEngineConfigurationImpl engine;
    private final Deployments deployments;
    private final Map<String, DeployedForm> read = new ConcurrentHashMap<>();
    private final Map<String, CachedValue<Optional<DeployedForm>>> newest = new ConcurrentHashMap<>();

    DeployedForms(ProcessEngineConfigurationImpl engine, Deployments deployments) {
        this.engine = engine;
        this.deployments = deployments;
    }

    public Optional<DeployedForm> latest(String key) {
        var known = newest.get(key);
        if (known != null) {
            return known.get();
        }
        var found = find(key);
        // Callers may name any form; only those that exist are remembered.
        found.ifPresent(form -> newest.put(key, deployments.newest(() -> find(key))));
        return found;
    }

    private Optional<DeployedForm> find(String key) {
        Command<Optional<DeployedForm>> find = context -> find(context, key);
        return engine.getCommandExecutorTxRequired().execute(find);
    }

    private Optional<DeployedForm> find(CommandContext context, String key) {
        var form = context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null);
        if (form == null) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(
                form.getId(),
                id -> new DeployedForm(
                        id,
                        form.getResourceName(),
                        new String(
                                context.getResourceManager()
                                        .findResourceByDeploymentIdAndResourceName(
                                                form.getDeploymentId(), form.getResourceName())
                                        .getBytes(),
                                StandardCharsets.UTF_8))));
    }
}
