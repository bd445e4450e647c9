package dev.baton.packages;

import static dev.baton.packages.MergeTests.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tables.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextStoreOnPostgresTests extends ContextStoreTests {

    private static final DataSource DATABASE = Tables.onPostgres();

    private final ExecutorService writers = Executors.newFixedThreadPool(2);

    @Override
    DataSource database() {
        return DATABASE;
    }

    @AfterEach
    void stop() {
        writers.shutdownNow();
    }

    @Test
    void ofTwoWritersOfTheSameVersionOneWinsAndTheOtherMayTryAgain() throws Exception {
        put("{'offer':'10 %'}");
        ContextStore racing = storeAt(bothHaveRead());

        List<Object> outcomes = race(
                () -> racing.merge("spring-1", "strategyBrief", 1, json("{'audience':'founders'}"), "maria", "task"),
                () -> racing.merge("spring-1", "strategyBrief", 1, json("{'weeks':3}"), "ben", "task"));

        assertThat(outcomes).hasAtLeastOneElementOfType(PackageVersion.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(ConcurrentChange.class);
        assertThat(store.versions("spring-1", "strategyBrief")).hasSize(2);
    }

    @Test
    void whoTriesAgainIsMergedAndNothingIsLost() throws Exception {
        put("{'offer':'10 %'}");
        ContextStore racing = storeAt(bothHaveRead());

        List<Object> outcomes = race(
                () -> racing.merge("spring-1", "strategyBrief", 1, json("{'audience':'founders'}"), "maria", "task"),
                () -> racing.merge("spring-1", "strategyBrief", 1, json("{'weeks':3}"), "ben", "task"));
        boolean mariaLost = outcomes.get(0) instanceof ConcurrentChange;
        merge(1, mariaLost ? "{'audience':'founders'}" : "{'weeks':3}");

        assertThat(store.latest("spring-1", "strategyBrief").orElseThrow().document())
                .isEqualTo(json("{'offer':'10 %','audience':'founders','weeks':3}"));
    }

    private List<Object> race(Supplier<PackageVersion> one, Supplier<PackageVersion> two) throws Exception {
        Future<Object> first = writers.submit(() -> inTransaction(one));
        Future<Object> second = writers.submit(() -> inTransaction(two));
        return List.of(first.get(), second.get());
    }

    private Object inTransaction(Supplier<PackageVersion> write) {
        try {
            return Objects.requireNonNull(transaction.execute(tx -> write.get()));
        } catch (ConcurrentChange e) {
            return e;
        }
    }

    /** The store asks for the time after it has read the latest version and before it writes the next. */
    private static Clock bothHaveRead() {
        CyclicBarrier barrier = new CyclicBarrier(2);
        return new Clock() {
            @Override
            public Instant instant() {
                try {
                    barrier.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
                return MONDAY;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
