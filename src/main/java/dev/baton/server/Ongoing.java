package dev.baton.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The requests that are worked on, by address: who reads its answers slowly keeps threads as who sends slowly does. */
final class Ongoing {

    /** Whatever takes longer holds a thread that others may need. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private final int most;
    private final Map<String, Deque<Long>> byAddress = new HashMap<>();

    /** @param most long ones of one address */
    Ongoing(int most) {
        this.most = most;
    }

    /** False where the address has too many already; {@link #end} follows in either case. */
    synchronized boolean begin(String address, long now) {
        var ofAddress = byAddress.computeIfAbsent(address, first -> new ArrayDeque<>());
        var tooMany = ofAddress.stream()
                        .filter(begun -> now - begun > LONG.toNanos())
                        .limit(most)
                        .count()
                == most;
        ofAddress.add(now);
        return !tooMany;
    }

    synchronized void end(String address, long begun) {
        var ofAddress = byAddress.getOrDefault(address, new ArrayDeque<>());
        ofAddress.removeFirstOccurrence(begun);
        if (ofAddress.isEmpty()) {
            byAddress.remove(address);
        }
    }
}
