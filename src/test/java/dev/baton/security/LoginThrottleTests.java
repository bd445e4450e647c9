package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

    private static final String HERE = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.3";

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final InstantSource source = () -> now;
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    });

    @Test
    void fourMissesAreFree() {
        miss("maria", HERE, 4);
        assertThat(throttle.ask("maria", HERE)).isZero();
    }

    @Test
    void fromTheFifthMissOnEachMissDoublesTheWaitUpToThirtySeconds() {
        miss("maria", HERE, 4);
        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            miss("maria", HERE, 1);
            assertThat(throttle.ask("maria", HERE)).isEqualTo(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
        }
    }

    @Test
    void afterTheWaitTheRightPasswordComesInAndTheMissesAreForgotten() {
        miss("maria", HERE, 30);
        now = now.plusSeconds(30);
        assertThat(throttle.ask("maria", HERE)).isZero();
        throttle.success("maria", HERE);
        assertThat(throttle.ask("maria", HERE)).isZero();
    }

    @Test
    void askingWhileWaitingMakesTheWaitNoLonger() {
        miss("maria", HERE, 10);
        for (var second = 30; second > 0; second--) {
            assertThat(throttle.ask("maria", HERE)).isEqualTo(Duration.ofSeconds(second));
            now = now.plusSeconds(1);
        }
        assertThat(throttle.ask("maria", HERE)).isZero();
    }

    @Test
    void theRightPasswordFromElsewhereWorksAtOnce() {
        miss("maria", HERE, 1000);
        assertThat(throttle.ask("maria", ELSEWHERE)).isZero();
    }

    @Test
    void whoTriesManyPeopleFromOneAddressIsSlowedDownToo() {
        for (var person = 0; person < 25; person++) {
            miss("person" + person, HERE, 1);
        }
        assertThat(throttle.ask("somebody", HERE)).isPositive();
        assertThat(throttle.ask("somebody", ELSEWHERE)).isZero();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        miss("maria", "2001:db8:1:2::1", 5);
        assertThat(throttle.ask("maria", "2001:db8:1:2:ffff::9")).isPositive();
        assertThat(throttle.ask("maria", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void pastTheLimitOnlyOneOfManyTriesAtOnceIsHeard() {
        miss("maria", HERE, 5);
        now = now.plusSeconds(1);
        assertThat(throttle.ask("maria", HERE)).isZero();
        assertThat(throttle.ask("maria", HERE)).isPositive();
    }

    @Test
    void aQuarterOfAnHourWithoutAMissForgets() {
        miss("maria", HERE, 12);
        now = now.plus(Duration.ofMinutes(15));
        miss("maria", HERE, 1);
        assertThat(throttle.ask("maria", HERE)).isZero();
    }

    @Test
    void inventedNamesDoNotFillTheMemory() {
        for (var person = 0; person < 30_000; person++) {
            throttle.miss("x".repeat(1000) + person, "10.0." + person / 256 + "." + person % 256);
        }
        assertThat(throttle.size()).isLessThanOrEqualTo(20_000);
    }

    private void miss(String person, String address, int times) {
        for (var i = 0; i < times; i++) {
            throttle.miss(person, address);
        }
    }
}
