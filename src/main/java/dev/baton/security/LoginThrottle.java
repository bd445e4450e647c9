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
import java.util.Map;

/**
 * Slows down whoever guesses passwords, and never locks a person out. Misses are counted per person and address, and
 * more generously per address; from a limit on each miss doubles the wait, up to 30 seconds, and a quarter of an hour
 * without a miss forgets them. The right password from another address works at once. Counts live in memory, one node
 * each, the least recently used ones are dropped.
 */
final class LoginThrottle {

    private static final int FREE_MISSES_OF_A_PERSON = 4;
    private static final int FREE_MISSES_OF_AN_ADDRESS = 24;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MOST_COUNTS = 20_000;
    private static final int LONGEST_NAME = 64;

    private record Count(int misses, Instant notBefore, Instant last) {}

    private record Key(String person, String address) {
        int freeMisses() {
            return person.isEmpty() ? FREE_MISSES_OF_AN_ADDRESS : FREE_MISSES_OF_A_PERSON;
        }
    }

    private final Clock clock;
    private final Map<Key, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Count> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Asks to try a password, and throws where that has to wait. */
    void check(String person, String address) {
        var wait = ask(person, address);
        if (!wait.isZero()) {
            throw new TooManyAttemptsException(wait);
        }
    }

    /**
     * Asks to try a password.
     *
     * @return how long to wait first; zero: go on. Past the limit one try reserves the next wait at once, so that many
     *     tries at the same moment do not count as one.
     */
    synchronized Duration ask(String person, String address) {
        var now = clock.instant();
        var keys = new Key[] {keyOf(person, address), new Key("", network(address))};
        var longest = Duration.ZERO;
        for (var key : keys) {
            var count = recall(key, now);
            if (count != null && now.isBefore(count.notBefore())) {
                var wait = Duration.between(now, count.notBefore());
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }
        if (longest.isZero()) {
            for (var key : keys) {
                counts.computeIfPresent(
                        key, (k, c) -> new Count(c.misses(), now.plus(waitAfter(c.misses(), k)), c.last()));
            }
        }
        return longest;
    }

    synchronized void miss(String person, String address) {
        miss(keyOf(person, address));
        miss(new Key("", network(address)));
    }

    synchronized void success(String person, String address) {
        counts.remove(keyOf(person, address));
        counts.computeIfPresent(
                new Key("", network(address)), (key, count) -> new Count(count.misses(), Instant.MIN, count.last()));
    }

    synchronized int size() {
        return counts.size();
    }

    private void miss(Key key) {
        var now = clock.instant();
        var before = recall(key, now);
        var misses = before == null ? 1 : before.misses() + 1;
        counts.put(key, new Count(misses, now.plus(waitAfter(misses, key)), now));
    }

    private @org.jspecify.annotations.Nullable Count recall(Key key, Instant now) {
        var count = counts.get(key);
        if (count == null || count.last().plus(MEMORY).isAfter(now)) {
            return count;
        }
        counts.remove(key);
        return null;
    }

    private static Duration waitAfter(int misses, Key key) {
        var over = misses - key.freeMisses();
        if (over <= 0) {
            return Duration.ZERO;
        }
        return over > 5 ? LONGEST_WAIT : Duration.ofSeconds(1L << (over - 1));
    }

    private static Key keyOf(String person, String address) {
        var name = person.length() > LONGEST_NAME ? person.substring(0, LONGEST_NAME) : person;
        return new Key("u:" + name, network(address));
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
