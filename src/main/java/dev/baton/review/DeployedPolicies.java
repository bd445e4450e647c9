package dev.baton.review;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.Deployments;
import dev.baton.contract.Row;
import dev.baton.process.AsEngine;
import dev.baton.process.TableRows;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The review policies of the newest deployed table, read once per version. */
@Component
class DeployedPolicies {

    private record Cached(String table, ReviewPolicies policies) {}

    private final RepositoryService repository;
    private final AsEngine asEngine;
    private final CachedValue<ReviewPolicies> newest;
    private volatile @Nullable Cached cached;

    DeployedPolicies(RepositoryService repository, AsEngine asEngine, Deployments deployments) {
        this.repository = repository;
        this.asEngine = asEngine;
        this.newest = deployments.newest(this::find);
    }

    ReviewPolicies current() {
        return newest.get();
    }

    private ReviewPolicies find() {
        return asEngine.call(() -> {
            var table = repository
                    .createDecisionDefinitionQuery()
                    .withoutTenantId()
                    .decisionDefinitionKey("review-policy")
                    .latestVersion()
                    .singleResult();
            var known = cached;
            if (known == null || !known.table.equals(table.getId())) {
                var rows = TableRows.read(repository.getDmnModelInstance(table.getId()));
                known = new Cached(
                        table.getId(),
                        ReviewPolicies.of(rows.stream().map(Row::cells).toList()));
                cached = known;
            }
            return known.policies;
        });
    }
}
