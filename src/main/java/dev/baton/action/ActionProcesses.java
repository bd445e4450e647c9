package dev.baton.action;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.Deployments;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which deployed process does what somebody wants of a running handoff, from its property {@code api.…}. */
@Component
public class ActionProcesses {

    /**
     * A process that acts on handoffs.
     *
     * @param action the value of the variable `action` for what is wanted
     */
    public record Acting(String process, String action) {}

    private record Deployed(String id, String key) {}

    private final Diagrams diagrams;
    private final AsEngine asEngine;
    private final CachedValue<List<Deployed>> newest;

    ActionProcesses(Diagrams diagrams, AsEngine asEngine, Deployments deployments) {
        this.diagrams = diagrams;
        this.asEngine = asEngine;
        this.newest = deployments.newest(this::find);
    }

    public Acting on(String wanted) {
        return newest.get().stream()
                .flatMap(process ->
                        Optional.ofNullable(diagrams.process(process.id()).get(wanted))
                                .map(action -> new Acting(process.key(), action))
                                .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No deployed diagram that acts on handoffs has the property %s".formatted(wanted)));
    }

    private List<Deployed> find() {
        return asEngine.call(() -> diagrams.newest(Diagrams.Part.ACTS).stream()
                .map(process -> new Deployed(process.getId(), process.getKey()))
                .toList());
    }
}
