package dev.baton.review;

import dev.baton.contract.Row;
import dev.baton.process.DeployedTables;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The review policies of the newest deployed table. */
@Component
class DeployedPolicies {

    private final Supplier<ReviewPolicies> newest;

    DeployedPolicies(DeployedTables tables) {
        this.newest = tables.read(
                "review-policy",
                rows -> ReviewPolicies.of(rows.stream().map(Row::cells).toList()));
    }

    ReviewPolicies current() {
        return newest.get();
    }
}
