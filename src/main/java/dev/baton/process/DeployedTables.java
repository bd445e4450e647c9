package dev.baton.process;

import dev.baton.camunda.Deployments;
import dev.baton.contract.Row;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision tables in force: the newest version of each, read once per version. */
@Component
public class DeployedTables {

    private record Read<T>(String table, T value) {}

    private final RepositoryService repository;
    private final AsEngine asEngine;
    private final Deployments deployments;

    DeployedTables(RepositoryService repository, AsEngine asEngine, Deployments deployments) {
        this.repository = repository;
        this.asEngine = asEngine;
        this.deployments = deployments;
    }

    /** What the newest rows under a key say. */
    public <T> Supplier<T> read(String key, Function<List<Row>, T> reading) {
        var newest = new Newest<>(key, reading);
        return deployments.newest(() -> asEngine.call(newest::get))::get;
    }

    private final class Newest<T> {

        private final String key;
        private final Function<List<Row>, T> reading;
        private volatile @Nullable Read<T> last;

        Newest(String key, Function<List<Row>, T> reading) {
            this.key = key;
            this.reading = reading;
        }

        T get() {
            var table = repository
                    .createDecisionDefinitionQuery()
                    .withoutTenantId()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            var known = last;
            if (known == null || !known.table().equals(table.getId())) {
                known = new Read<>(
                        table.getId(), reading.apply(TableRows.read(repository.getDmnModelInstance(table.getId()))));
                last = known;
            }
            return known.value();
        }
    }
}
