package dev.baton.camunda;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Runs work again, a moment later, when somebody else was faster: the only loop of this kind. What is run must be the
 * outermost transaction, because only that can be rolled back as a whole.
 */
final class ConflictRetry {

    private ConflictRetry() {}

    /** @param tries how often at most, the first one included; the last conflict comes out as it is */
    static <T> T run(int tries, Supplier<T> work) {
        for (var round = 1; ; round++) {
            try {
                return work.get();
            } catch (RuntimeException thrown) {
                if (round >= tries || !ErrorTranslator.maySucceedLater(thrown)) {
                    throw thrown;
                }
                pause(round);
            }
        }
    }

    private static void pause(int round) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(5, 20L * round)));
    }
}
