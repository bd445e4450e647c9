package dev.baton.camunda;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says how long something read from the database may be taken for true: until this node changes it, and at most a
 * second, in which another node may have. A request in that second is answered as if it had come a second earlier.
 */
public abstract sealed class Changes permits Deployments, PeopleChanges {

    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final AtomicLong happened = new AtomicLong();

    /** A moment; take it before you read. */
    public final class Moment {

        private final long seen = happened.get();
        private final long nanos = System.nanoTime();

        private Moment() {}

        /** Whether what was read after it may still be taken for true. */
        public boolean holds() {
            return seen == happened.get() && System.nanoTime() - nanos < AT_MOST.toNanos();
        }
    }

    public Moment moment() {
        return new Moment();
    }

    /** Reads what is newest, and remembers it for as long as it holds. */
    public <T> CachedValue<T> newest(Supplier<T> read) {
        return new CachedValue<>(this, read);
    }

    /** Now, and once more when the transaction around it is over: until then others read what was before. */
    void happen() {
        happened.incrementAndGet();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    happened.incrementAndGet();
                }
            });
        }
    }
}
