package dev.baton.packages;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.Deployments;
import dev.baton.contract.Catalog;
import dev.baton.contract.Contract;
import dev.baton.contract.Expressions;
import dev.baton.contract.InvalidCatalog;
import dev.baton.contract.Row;
import dev.baton.contract.UnknownContract;
import dev.baton.contract.WordTable;
import dev.baton.process.AsEngine;
import dev.baton.process.TableRows;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contracts, requirements and words of the newest deployed decision tables, read once per version. */
@Component
public class DeployedContracts {

    /** A catalog and the versions of the tables it was read from, such as {@code contracts:1 requirements:3 words:1}. */
    public record Edition(String version, Catalog catalog) {}

    private record Cached(List<String> tables, Edition edition) {}

    private final RepositoryService repository;
    private final Expressions expressions;
    private final AsEngine asEngine;
    private final CachedValue<Edition> newest;
    private volatile @Nullable Cached cached;

    DeployedContracts(
            RepositoryService repository, Expressions expressions, AsEngine asEngine, Deployments deployments) {
        this.repository = repository;
        this.expressions = expressions;
        this.asEngine = asEngine;
        this.newest = deployments.newest(this::find);
    }

    public Catalog catalog() {
        return edition().catalog();
    }

    public Edition edition() {
        return newest.get();
    }

    /** The contract with this key; an unknown one is a {@link Refusal} that names the others. */
    public Contract contract(String key) {
        try {
            return catalog().contract(key);
        } catch (UnknownContract unknown) {
            throw Refusal.of(Variables.CONTRACT, String.valueOf(unknown.getMessage()));
        }
    }

    private Edition find() {
        return asEngine.call(() -> {
            var contracts = latest("contracts");
            var requirements = latest("requirements");
            var words = latest("words");
            var tables = List.of(contracts.getId(), requirements.getId(), words.getId());
            var known = cached;
            if (known == null || !known.tables.equals(tables)) {
                known = new Cached(tables, read(contracts, requirements, words));
                cached = known;
            }
            return known.edition;
        });
    }

    private Edition read(DecisionDefinition contracts, DecisionDefinition requirements, DecisionDefinition words) {
        var version = "contracts:%d requirements:%d words:%d"
                .formatted(contracts.getVersion(), requirements.getVersion(), words.getVersion());
        try {
            return new Edition(
                    version, Catalog.of(rows(contracts), rows(requirements), WordTable.of(rows(words)), expressions));
        } catch (InvalidCatalog invalid) {
            throw new IllegalStateException("The deployed tables contradict themselves", invalid);
        }
    }

    private List<Row> rows(DecisionDefinition table) {
        return TableRows.read(repository.getDmnModelInstance(table.getId()));
    }

    private DecisionDefinition latest(String key) {
        var table = repository
                .createDecisionDefinitionQuery()
                .withoutTenantId()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new IllegalStateException(
                    "The decision table \"%s\" is not deployed: deploy %s.dmn".formatted(key, key));
        }
        return table;
    }
}
