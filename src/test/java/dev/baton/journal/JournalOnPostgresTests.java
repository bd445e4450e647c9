package dev.baton.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.tables.Tables;
import dev.baton.transfer.ClarificationAsked;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalOnPostgresTests extends JournalTests {

    private static final DataSource DATABASE = Tables.onPostgres();

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @Override
    DataSource database() {
        return DATABASE;
    }

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void ofTwoRequestsThatOpenTheSameHandoffTheSecondIsADuplicate() throws InterruptedException {
        CountDownLatch asking = new CountDownLatch(1);

        Future<?> second = transaction.execute(tx -> {
            journal.open(handoff("spring-1", "First"));
            Future<?> racing = other.submit(() -> {
                asking.countDown();
                transaction.executeWithoutResult(inner -> journal.open(handoff("spring-1", "Second")));
            });
            await(asking);
            return racing;
        });

        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DuplicateHandoff.class);
        assertThat(journal.find("spring-1").orElseThrow().campaign()).isEqualTo("First");
    }

    @Test
    void aBusinessKeyWhoseFirstOpenerRolledBackIsFree() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);

        Future<?> second = transaction.execute(tx -> {
            journal.open(handoff("spring-1", "First"));
            Future<?> racing = other.submit(() -> {
                asking.countDown();
                transaction.executeWithoutResult(inner -> journal.open(handoff("spring-1", "Second")));
            });
            await(asking);
            tx.setRollbackOnly();
            return racing;
        });

        second.get();
        assertThat(journal.find("spring-1").orElseThrow().campaign()).isEqualTo("Second");
    }

    @Test
    void parallelBranchesLoseNoCount() throws Exception {
        journal.open(handoff("spring-1", "Spring launch"));
        CountDownLatch ready = new CountDownLatch(1);

        Future<?> branch = other.submit(() -> {
            ready.countDown();
            askTwentyTimes();
        });
        await(ready);
        askTwentyTimes();
        branch.get();

        assertThat(journal.find("spring-1").orElseThrow().clarifications()).isEqualTo(40);
        assertThat(journal.events("spring-1")).hasSize(40);
    }

    private void askTwentyTimes() {
        IntStream.range(0, 20)
                .forEach(i -> transaction.executeWithoutResult(tx -> journal.append(
                        event(new ClarificationAsked(null, null, null, null, "Question " + i, null, null, null)))));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
