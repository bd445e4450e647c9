package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody else changes the same at the same moment. */
class TransactionRetryTests {

    private final TransactionRetry retry =
            new TransactionRetry(new TransactionTemplate(mock(PlatformTransactionManager.class)));
    private final AtomicInteger tries = new AtomicInteger();

    static Stream<RuntimeException> somebodyWasFaster() {
        return Stream.of(
                new OptimisticLockingException("changed"),
                new ProcessEngineException("in words", new OptimisticLockingException("changed")),
                new CannotAcquireLockException("deadlock"),
                new QueryTimeoutException("waited two seconds for the row"));
    }

    @ParameterizedTest
    @MethodSource("somebodyWasFaster")
    void aChangeThatMeetsAnotherIsTriedAgain(RuntimeException thrown) {
        assertThat(retry.execute(() -> {
                    if (tries.incrementAndGet() < 3) {
                        throw thrown;
                    }
                    return "changed";
                }))
                .isEqualTo("changed");
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatIsWrongStaysWrong() {
        assertThatThrownBy(() -> retry.execute(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(tries).hasValue(1);
    }
}
