package dev.baton.camunda;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs a change in one transaction of its own, and again when somebody else was faster. More often than a command of the
 * engine, which people repeat by themselves: many write to one document, and each must get through.
 */
@Component
public class TransactionRetry {

    private static final int TRIES = 10;

    private final TransactionOperations transaction;

    public TransactionRetry(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    public <T> T execute(Supplier<T> change) {
        return ConflictRetry.run(TRIES, () -> transaction.execute(status -> change.get()));
    }
}
