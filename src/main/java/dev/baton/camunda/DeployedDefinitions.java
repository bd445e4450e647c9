package dev.baton.camunda;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was deployed at one moment, without tenants. */
public final class DeployedDefinitions {

    private final Map<Definition.Name, List<Definition>> versions;

    DeployedDefinitions(Stream<Definition> all) {
        this.versions = all.sorted(Comparator.comparing(Definition::version).reversed())
                .collect(Collectors.groupingBy(Definition::name));
    }

    /** Newest first; empty where nothing of this name was deployed. */
    public List<Definition> versions(Definition.Name name) {
        return versions.getOrDefault(name, List.of());
    }

    /** The newest version of each. */
    public List<Definition> inForce() {
        return versions.values().stream().map(all -> all.get(0)).toList();
    }

    public List<Definition> all() {
        return versions.values().stream().flatMap(Collection::stream).toList();
    }
}
