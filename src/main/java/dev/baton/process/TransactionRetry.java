package dev.baton.process;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a change in one transaction and tries again, a few times, when somebody else was faster. */
@Component
public class TransactionRetry {

    private static final int TRIES = 10;

    private final TransactionTemplate transaction;

    TransactionRetry(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public <T> T retrying(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> change.get());
            } catch (RuntimeException thrown) {
                if (attempt == TRIES || !somebodyWasFaster(thrown)) {
                    throw thrown;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(2, 10L * attempt)));
    }

    /** The engine may have put it into words already; H2 gives up when somebody holds a row for two seconds. */
    private static boolean somebodyWasFaster(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof QueryTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
