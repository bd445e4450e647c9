package dev.baton.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The bodies that are being waited for. Each holds a thread, so there are few: whoever has waited longest makes room for
 * the next one, at the same address first. A body that is already here waits for nothing and takes no room. All bodies
 * that are worked on share a part of the memory, because what is read out of them takes many times as much.
 */
final class Arrivals {

    /** A body that follows its header at once takes no room, so that there is always one for it. */
    private static final Duration GRACE = Duration.ofMillis(100);

    /** Nothing comes for this long. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** All of it takes this long, and a second more for as many bytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int BYTES_PER_SECOND = 16 * 1024;

    private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** A share of the memory in pieces of this size; the first one of a body is for free. */
    static final int PIECE = 64 * 1024;

    private static final int SHARE_OF_MEMORY = 32;
    private static final int FEWEST_PIECES = 256;

    private final Semaphore pieces =
            new Semaphore((int) Math.max(FEWEST_PIECES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / PIECE));

    private final int most;
    private final int mostOfOne;
    private final Map<String, Deque<Arrival>> waiting = new HashMap<>();
    private int count;
    private int leaving;

    Arrivals(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Whether it comes true in time, looked at ever more rarely. */
    static boolean within(Duration time, BooleanSupplier condition, BooleanSupplier givenUp) {
        var since = System.nanoTime();
        var pause = SHORTEST_PAUSE;
        while (!condition.getAsBoolean()) {
            if (givenUp.getAsBoolean() || System.nanoTime() - since > time.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(LONGEST_PAUSE, 2 * pause);
        }
        return true;
    }

    void takePiece() throws BodyRefused {
        if (!pieces.tryAcquire()) {
            throw BodyRefused.tooMany();
        }
    }

    void giveBack(int taken) {
        pieces.release(taken);
    }

    Arrival of(String address) {
        return new Arrival(address);
    }

    private synchronized void add(Arrival next) throws BodyRefused {
        var atAddress = waiting.getOrDefault(next.address, new ArrayDeque<>());
        if (atAddress.size() >= mostOfOne) {
            displaceOldest(atAddress);
        } else if (count >= most) {
            displaceOldest(waiting.values().stream()
                    .max(Comparator.comparing(Deque::size))
                    .orElseThrow());
        }
        waiting.computeIfAbsent(next.address, first -> new ArrayDeque<>()).add(next);
        count++;
    }

    /** Who has to go holds the thread until it has noticed: no more of them than of the others. */
    private void displaceOldest(Deque<Arrival> of) throws BodyRefused {
        if (leaving >= most) {
            throw BodyRefused.tooMany();
        }
        var oldest = of.remove();
        count--;
        leaving++;
        oldest.displaced = true;
    }

    private synchronized void leave(Arrival arrival) {
        if (arrival.displaced) {
            leaving--;
            return;
        }
        var atAddress = waiting.getOrDefault(arrival.address, new ArrayDeque<>());
        if (atAddress.remove(arrival)) {
            count--;
        }
        if (atAddress.isEmpty()) {
            waiting.remove(arrival.address);
        }
    }

    /** One body on its way. */
    final class Arrival implements AutoCloseable {

        private final String address;
        private final long begun = System.nanoTime();
        private volatile boolean displaced;
        private boolean entered;

        private Arrival(String address) {
            this.address = address;
        }

        /** Takes room for one that may have to be waited for. */
        void enter() throws BodyRefused {
            if (!entered) {
                add(this);
                entered = true;
            }
        }

        /** @throws BodyRefused when it takes too long, or others need the room */
        void await(BooleanSupplier readable, long received) throws BodyRefused {
            if (!within(entered ? Duration.ZERO : GRACE, readable, () -> displaced)) {
                enter();
                if (!within(SILENCE, readable, () -> displaced)) {
                    throw BodyRefused.tooSlow();
                }
            }
            if (displaced
                    || System.nanoTime() - begun
                            > PATIENCE.plusSeconds(received / BYTES_PER_SECOND).toNanos()) {
                throw BodyRefused.tooSlow();
            }
        }

        @Override
        public void close() {
            if (entered) {
                leave(this);
            }
        }
    }
}
