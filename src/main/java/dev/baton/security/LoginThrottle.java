package dev.baton.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds whoever guesses passwords to a pace, and never locks a person out. Wrong passwords are counted per person and
 * address, per person and per address; past a few free ones further tries wait in line for their turn, at most
 * {@link #LONGEST_WAIT}. Where nobody has failed before there is a line of its own, so that a colleague never queues behind
 * guesses at other people or from other addresses. A quarter of an hour without a miss forgets. Counts live in memory, one
 * node each, the least recently used ones are dropped.
 */
final class LoginThrottle {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final Duration PROVEN = Duration.ofDays(7);
    private static final int MOST_MISSES_AT_PROVEN = 1000;
    private static final int MOST_ENTRIES = 20_000;
    private static final int LONGEST_NAME = 64;

    /** Where tries queue up. */
    private enum Kind {
        PERSON_AT_ADDRESS(4, Duration.ofSeconds(1)),
        PERSON(20, Duration.ofMillis(500)),
        ADDRESS(24, Duration.ofMillis(500));

        private final int freeMisses;
        private final Duration pace;

        Kind(int freeMisses, Duration pace) {
            this.freeMisses = freeMisses;
            this.pace = pace;
        }
    }

    private record Origin(String person, String address) {

        static Origin of(String person, String address) {
            var name = person.length() > LONGEST_NAME ? person.substring(0, LONGEST_NAME) : person;
            return new Origin(name, network(address));
        }

        Line line() {
            return new Line(Kind.PERSON_AT_ADDRESS, person, address, true);
        }

        List<Line> lines(boolean hasFailed) {
            return List.of(
                    line(),
                    new Line(Kind.PERSON, person, "", hasFailed),
                    new Line(Kind.ADDRESS, "", address, hasFailed));
        }
    }

    private record Line(Kind kind, String person, String address, boolean afterFailure) {}

    /** @param next when the next try has its turn */
    private record State(int misses, Instant last, Instant next) {}

    private final Clock clock;
    private final Map<Line, State> lines = leastRecentlyUsedDropped();
    private final Map<Origin, Instant> proven = leastRecentlyUsedDropped();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether the person came in from there in the last days; not while guesses rain on that very person from there. */
    synchronized boolean isProven(String person, String address) {
        var origin = Origin.of(person, address);
        var since = proven.get(origin);
        if (since == null || since.plus(PROVEN).isBefore(clock.instant())) {
            return false;
        }
        var state = recall(origin.line());
        return state == null || state.misses <= MOST_MISSES_AT_PROVEN;
    }

    /**
     * Takes a turn for one try.
     *
     * @return how long its answer has to wait
     * @throws TooManyAttemptsException where the line is full
     */
    synchronized Duration takeTurn(String person, String address) {
        var now = clock.instant();
        var origin = Origin.of(person, address);
        var paced = new LinkedHashMap<Line, State>();
        var turn = now;
        for (var line : origin.lines(recall(origin.line()) != null)) {
            var state = recall(line);
            if (state != null && state.misses >= line.kind.freeMisses) {
                paced.put(line, state);
                turn = later(turn, state.next);
            }
        }
        var wait = Duration.between(now, turn);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new TooManyAttemptsException(wait.minus(LONGEST_WAIT));
        }
        paced.forEach((line, state) -> lines.put(
                line, new State(state.misses, state.last, later(now, state.next).plus(line.kind.pace))));
        return wait;
    }

    synchronized void miss(String person, String address) {
        var origin = Origin.of(person, address);
        origin.lines(true).forEach(this::miss);
        origin.lines(false).stream().skip(1).forEach(this::miss);
    }

    synchronized void success(String person, String address) {
        var origin = Origin.of(person, address);
        lines.remove(origin.line());
        proven.put(origin, clock.instant());
    }

    synchronized int size() {
        return lines.size() + proven.size();
    }

    private void miss(Line line) {
        var now = clock.instant();
        var before = recall(line);
        lines.put(line, before == null ? new State(1, now, now) : new State(before.misses + 1, now, before.next));
    }

    private @org.jspecify.annotations.Nullable State recall(Line line) {
        var state = lines.get(line);
        if (state == null || state.last.plus(MEMORY).isAfter(clock.instant())) {
            return state;
        }
        lines.remove(line);
        return null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <K, V> Map<K, V> leastRecentlyUsedDropped() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_ENTRIES;
            }
        };
    }

    /** One household of IPv6 addresses counts as one address. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
