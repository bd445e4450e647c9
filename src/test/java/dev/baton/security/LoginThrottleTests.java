package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(throttle.takeTurn("maria", HERE)).isZero();
    }

    @Test
    void afterThatOneTryASecondIsHeard() {
        miss("maria", HERE, 4);
        assertThat(throttle.takeTurn("maria", HERE)).isZero();
        for (var seconds = 1; seconds <= 10; seconds++) {
            assertThat(throttle.takeTurn("maria", HERE)).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThatThrownBy(() -> throttle.takeTurn("maria", HERE))
                .isInstanceOfSatisfying(
                        TooManyAttemptsException.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(1));
        now = now.plusSeconds(1);
        assertThat(throttle.takeTurn("maria", HERE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nobodyWaitsLongerThanTenSecondsAfterAnyNumberOfMisses() {
        for (var guess = 0; guess < 5000; guess++) {
            guess("maria", HERE);
        }
        now = now.plusSeconds(1);
        assertThat(throttle.takeTurn("maria", HERE)).isLessThanOrEqualTo(Duration.ofSeconds(10));
        now = now.plusSeconds(11);
        assertThat(throttle.takeTurn("maria", HERE)).isZero();
    }

    @Test
    void guessesAtOnePersonDoNotHoldUpAColleagueAtTheSameAddress() {
        for (var guess = 0; guess < 5000; guess++) {
            guess("maria", HERE);
        }
        assertThat(throttle.takeTurn("tom", HERE)).isZero();
    }

    @Test
    void guessesFromElsewhereDoNotHoldUpThePerson() {
        for (var guess = 0; guess < 5000; guess++) {
            guess("maria", ELSEWHERE);
        }
        assertThat(throttle.takeTurn("maria", HERE)).isZero();
    }

    @Test
    void whoTriesManyPeopleFromOneAddressIsHeldToTwoASecond() {
        var heard = 0;
        for (var second = 0; second < 60; second++) {
            for (var person = 0; person < 50; person++) {
                heard += guess("person" + second + "-" + person, HERE) ? 1 : 0;
            }
            now = now.plusSeconds(1);
        }
        assertThat(heard).isBetween(120, 120 + 24 + 22);
    }

    @Test
    void whoComesBackToTheSamePeopleIsHeldToTwoASecondToo() {
        for (var person = 0; person < 50; person++) {
            miss("person" + person, HERE, 5);
        }
        var heard = 0;
        for (var second = 0; second < 60; second++) {
            for (var person = 0; person < 50; person++) {
                heard += guess("person" + person, HERE) ? 1 : 0;
            }
            now = now.plusSeconds(1);
        }
        assertThat(heard).isBetween(118, 120 + 22);
    }

    @Test
    void manyAddressesTogetherAreHeldToTwoASecondForOnePerson() {
        var heard = 0;
        for (var address = 0; address < 3000; address++) {
            heard += guess("maria", "10.0." + address / 250 + "." + address % 250) ? 1 : 0;
            now = now.plusMillis(20);
        }
        assertThat(heard).isBetween(120, 120 + 20 + 22);
    }

    @Test
    void whoWasProvenFromThereIsKnownThereForAWeek() {
        throttle.success("maria", HERE);
        miss("maria", HERE, 500);
        assertThat(throttle.isProven("maria", HERE)).isTrue();
        assertThat(throttle.isProven("maria", ELSEWHERE)).isFalse();
        assertThat(throttle.isProven("tom", HERE)).isFalse();
        now = now.plus(Duration.ofDays(8));
        assertThat(throttle.isProven("maria", HERE)).isFalse();
    }

    @Test
    void aThousandGuessesAtAPersonFromThePersonsOwnAddressAreHeldToThePaceAgain() {
        throttle.success("maria", HERE);
        miss("maria", HERE, 1001);
        assertThat(throttle.isProven("maria", HERE)).isFalse();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        miss("maria", "2001:db8:1:2::1", 5);
        throttle.takeTurn("maria", "2001:db8:1:2::1");
        assertThat(throttle.takeTurn("maria", "2001:db8:1:2:ffff::9")).isPositive();
        assertThat(throttle.takeTurn("maria", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void aQuarterOfAnHourWithoutAMissForgets() {
        miss("maria", HERE, 12);
        now = now.plus(Duration.ofMinutes(15));
        miss("maria", HERE, 1);
        throttle.takeTurn("maria", HERE);
        assertThat(throttle.takeTurn("maria", HERE)).isZero();
    }

    @Test
    void inventedNamesDoNotFillTheMemory() {
        for (var person = 0; person < 30_000; person++) {
            throttle.miss("x".repeat(1000) + person, "10.0." + person / 256 + "." + person % 256);
        }
        assertThat(throttle.size()).isLessThanOrEqualTo(20_000);
    }

    /** Whether the try was heard. */
    private boolean guess(String person, String address) {
        try {
            throttle.takeTurn(person, address);
        } catch (TooManyAttemptsException refused) {
            return false;
        }
        throttle.miss(person, address);
        return true;
    }

    private void miss(String person, String address, int times) {
        for (var i = 0; i < times; i++) {
            throttle.miss(person, address);
        }
    }
}
