package dev.baton.handoff;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.Deployments;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.shared.Refusal;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The kinds of handoff that are deployed: what opens a handoff, has a start form, and says who starts it. */
@Component
public class StartableModels {

    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final AsEngine asEngine;
    private final CachedValue<List<String>> newest;

    StartableModels(RepositoryService repository, Diagrams diagrams, AsEngine asEngine, Deployments deployments) {
        this.repository = repository;
        this.diagrams = diagrams;
        this.asEngine = asEngine;
        this.newest = deployments.newest(this::find);
    }

    /** Their process keys, in the order of the alphabet. */
    public List<String> keys() {
        return newest.get();
    }

    /** The key as it is; one that nobody may start is a {@link Refusal} that names the others. */
    public String known(String model) {
        if (!keys().contains(model)) {
            throw Refusal.of(
                    "model",
                    "There is no handoff model \"%s\": use one of %s.".formatted(model, String.join(", ", keys())));
        }
        return model;
    }

    private List<String> find() {
        return asEngine.call(() -> repository
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .active()
                .orderByProcessDefinitionKey()
                .asc()
                .unlimitedList()
                .stream()
                .filter(deployed -> diagrams.isModel(deployed.getId()))
                .map(ProcessDefinition::getKey)
                .toList());
    }
}
