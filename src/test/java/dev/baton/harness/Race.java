package dev.baton.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Several people who do something at the same moment. */
public final class Race {

    /** How often a test lets people race. */
    public static final int ROUNDS = Integer.getInteger("baton.rounds", 12);

    private Race() {}

    /** What each of them got, or what was thrown at them. */
    public static List<Object> of(int runners, Callable<Object> deed) throws Exception {
        return of(Collections.nCopies(runners, deed));
    }

    public static List<Object> of(List<Callable<Object>> deeds) throws Exception {
        var together = new CyclicBarrier(deeds.size());
        var pool = Executors.newFixedThreadPool(deeds.size());
        try {
            var runs = deeds.stream()
                    .map(deed -> pool.submit(() -> {
                        together.await(30, TimeUnit.SECONDS);
                        try {
                            return deed.call();
                        } catch (RuntimeException thrown) {
                            return thrown;
                        }
                    }))
                    .toList();
            var got = new ArrayList<>();
            for (var run : runs) {
                got.add(run.get(60, TimeUnit.SECONDS));
            }
            return got;
        } finally {
            pool.shutdownNow();
        }
    }
}
