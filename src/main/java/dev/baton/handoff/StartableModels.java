package dev.baton.handoff;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.Deployments;
import dev.baton.form.OfferedModels;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The kinds of handoff that are deployed: what opens a handoff, has a start form, and says who starts it. */
@Component
public class StartableModels implements OfferedModels {

    private record Deployed(String key, String name, String id) {}

    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final AsEngine asEngine;
    private final CachedValue<List<Deployed>> newest;

    StartableModels(RepositoryService repository, Diagrams diagrams, AsEngine asEngine, Deployments deployments) {
        this.repository = repository;
        this.diagrams = diagrams;
        this.asEngine = asEngine;
        this.newest = deployments.newest(this::find);
    }

    /** Their process keys, in the order of the alphabet. */
    public List<String> keys() {
        return newest.get().stream().map(Deployed::key).toList();
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

    @Override
    public Map<String, String> byKey() {
        var names = new LinkedHashMap<String, String>();
        newest.get().forEach(model -> names.put(model.key(), model.name()));
        return names;
    }

    /** The id of the form that starts a model. */
    public String startForm(String model) {
        var key = known(model);
        return newest.get().stream()
                .filter(deployed -> deployed.key().equals(key))
                .flatMap(deployed -> asEngine.call(() -> diagrams.startForm(deployed.id())).stream())
                .findFirst()
                .orElseThrow();
    }

    private List<Deployed> find() {
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
                .map(deployed -> new Deployed(
                        deployed.getKey(),
                        Objects.requireNonNullElse(deployed.getName(), deployed.getKey()),
                        deployed.getId()))
                .toList());
    }
}
