package dev.baton.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows when this node deploys or deletes something, so that what was read from deployments is read again. */
public class Deployments {

    private final AtomicLong changes = new AtomicLong();

    /** Reads what is newest, and remembers it as {@link Newest} says. */
    public <T> Newest<T> newest(Supplier<T> read) {
        return new Newest<>(changes::get, read);
    }

    /** Now, and once more when the transaction around it is over: until then others read what was before. */
    void changed() {
        changes.incrementAndGet();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    changes.incrementAndGet();
                }
            });
        }
    }
}
