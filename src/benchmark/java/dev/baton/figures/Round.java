package dev.baton.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one side did in one stretch of time.
 *
 * @param perSecond handoffs carried from start to end
 * @param handoffs how many that were
 * @param cpu the processor time that they took
 * @param nanos how long each call took
 */
record Round(double perSecond, int handoffs, Cpu cpu, Map<Call, List<Long>> nanos) {

    /** What one client did. */
    private record Share(double perSecond, int handoffs, Map<Call, List<Long>> nanos) {}

    private static final Lifecycle.Watch UNWATCHED = new Lifecycle.Watch() {
        @Override
        public void before(Call call) {
            // Nobody looks.
        }

        @Override
        public void after(Call call, long nanos) {
            // Nobody looks.
        }
    };

    private static final AtomicLong KEYS = new AtomicLong();

    static String key() {
        return "figures-%d".formatted(KEYS.incrementAndGet());
    }

    static Round of(Contestant contestant, Route route, int threads, Duration time) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Share> one = () -> run(contestant, route, time);
            var before = Cpu.of(contestant);
            var shares = new ArrayList<Share>();
            for (var share : pool.invokeAll(Collections.nCopies(threads, one))) {
                shares.add(share.get());
            }
            return together(shares, Cpu.of(contestant).since(before));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(contestant.name(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Leaves handoffs open, some at each task: an empty database answers, and plans, unlike one that people work in. */
    static void leaveOpen(Contestant contestant, Route route, int handoffs) {
        var lifecycle = new Lifecycle(contestant, route, UNWATCHED);
        for (var number = 0; number < handoffs; number++) {
            lifecycle.runTo(number % route.steps().size(), key());
        }
    }

    private static Share run(Contestant contestant, Route route, Duration time) {
        var nanos = new EnumMap<Call, List<Long>>(Call.class);
        var lifecycle = new Lifecycle(contestant, route, new Lifecycle.Watch() {
            @Override
            public void before(Call call) {
                // Only the time that it took matters here.
            }

            @Override
            public void after(Call call, long took) {
                nanos.computeIfAbsent(call, any -> new ArrayList<>()).add(took);
            }
        });
        var from = System.nanoTime();
        var done = 0;
        var last = from;
        while (last - from < time.toNanos()) {
            lifecycle.run(key());
            done++;
            last = System.nanoTime();
        }
        return new Share(done * 1e9 / (last - from), done, nanos);
    }

    private static Round together(List<Share> shares, Cpu cpu) {
        var nanos = new EnumMap<Call, List<Long>>(Call.class);
        shares.forEach(one -> one.nanos()
                .forEach((call, took) ->
                        nanos.computeIfAbsent(call, any -> new ArrayList<>()).addAll(took)));
        return new Round(
                shares.stream().mapToDouble(Share::perSecond).sum(),
                shares.stream().mapToInt(Share::handoffs).sum(),
                cpu,
                nanos);
    }

    /** Processor time of the side's process for one handoff, in milliseconds. */
    double serviceCpu() {
        return cpu.service().toNanos() / 1e6 / handoffs;
    }

    /** Processor time of the side's connections to the database for one handoff, in milliseconds. */
    double databaseCpu() {
        return cpu.database().toNanos() / 1e6 / handoffs;
    }

    /** The time that 95 of 100 calls of a kind stayed under, in milliseconds. */
    double percentile95(Call call) {
        return percentile95(nanos.getOrDefault(call, List.of()));
    }

    double percentile95() {
        return percentile95(nanos.values().stream().flatMap(List::stream).toList());
    }

    private static double percentile95(List<Long> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e6;
    }
}
