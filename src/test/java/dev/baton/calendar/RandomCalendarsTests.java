package dev.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every calendar, zone and moment; {@code -Dbaton.calendar.seed=…} draws the same ones again. */
class RandomCalendarsTests {

    private static final int ROUNDS = 400;
    private static final List<ZoneId> ZONES =
            new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();
    private static final long FROM = Instant.parse("2023-12-01T00:00:00Z").getEpochSecond();
    private static final int YEARS_4 = 4 * 366 * 24 * 60 * 60;

    /** How often a law rounds to a nanosecond of work, at most. */
    private static final int ROUNDED = 3;

    private interface Law {
        void check(Draw draw);
    }

    /** One calendar with its way of counting, two moments and three amounts of time. */
    private static final class Draw {

        private final Random random;
        private final BusinessCalendar calendar;
        private final Deadlines deadlines;
        private final Duration rounding;
        private final Instant at;
        private final Instant later;
        private final Duration time;
        private final Duration more;

        private Draw(long seed) {
            random = new Random(seed);
            var week = new ArrayList<>(Arrays.asList(DayOfWeek.values()));
            java.util.Collections.shuffle(week, random);
            var holidays = IntStream.range(0, random.nextInt(300))
                    .mapToObj(one -> LocalDate.of(2023, 12, 1).plusDays(random.nextInt(1600)))
                    .collect(Collectors.toSet());
            calendar = new BusinessCalendar(
                    ZONES.get(random.nextInt(ZONES.size())),
                    new TreeSet<>(week.subList(0, 1 + random.nextInt(7))),
                    holidays);
            deadlines = new Deadlines(List.of(Counting.values()).get(random.nextInt(3)), calendar, hours());
            rounding = deadlines.hours().counted(Duration.ofNanos(ROUNDED)).plusNanos(ROUNDED);
            at = moment();
            later = at.plusSeconds(random.nextInt(60 * 24 * 60 * 60));
            time = amount();
            more = amount();
        }

        private WorkingHours hours() {
            var from = random.nextInt(24 * 60 - 1);
            var length = 1 + random.nextInt(24 * 60 - from);
            return new WorkingHours(LocalTime.ofSecondOfDay(from * 60L), end(from + length));
        }

        private static LocalTime end(int minute) {
            return minute == 24 * 60 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(minute * 60L);
        }

        private Instant moment() {
            return Instant.ofEpochSecond(FROM + random.nextInt(YEARS_4));
        }

        private Duration amount() {
            return random.nextInt(10) == 0 ? Duration.ZERO : Duration.ofSeconds(random.nextInt(9 * 24 * 60 * 60));
        }

        private void assertSame(Duration one, Duration other) {
            assertThat(one.minus(other).abs()).as("%s and %s", one, other).isLessThanOrEqualTo(rounding);
        }

        @Override
        public String toString() {
            return "%s, %s to %s, %s and %s".formatted(deadlines, at, later, time, more);
        }
    }

    @TestFactory
    List<DynamicTest> aLawHoldsForEveryCalendar() {
        return List.of(
                law("a deadline is never before its start", draw -> {
                    assertThat(draw.deadlines.after(draw.at, draw.time)).isAfterOrEqualTo(draw.at);
                    assertThat(draw.deadlines.before(draw.at, draw.time)).isBeforeOrEqualTo(draw.at);
                }),
                law("until a deadline just its time is spent, counted forward and backward", draw -> {
                    draw.assertSame(draw.deadlines.spent(draw.at, draw.deadlines.after(draw.at, draw.time)), draw.time);
                    draw.assertSame(
                            draw.deadlines.spent(draw.deadlines.before(draw.at, draw.time), draw.at), draw.time);
                }),
                law(
                        "more time is never due earlier",
                        draw -> assertThat(draw.deadlines.after(draw.at, draw.time.plus(draw.more)))
                                .isAfterOrEqualTo(draw.deadlines.after(draw.at, draw.time))),
                law(
                        "who is asked later is never due earlier",
                        draw -> assertThat(draw.deadlines.after(draw.later, draw.time))
                                .isAfterOrEqualTo(draw.deadlines.after(draw.at, draw.time))),
                law("counted time adds up", draw -> {
                    var end = draw.later.plus(draw.more);
                    draw.assertSame(
                            draw.deadlines.spent(draw.at, draw.later).plus(draw.deadlines.spent(draw.later, end)),
                            draw.deadlines.spent(draw.at, end));
                }),
                law("no more is counted than passes, or than the working days stand for", draw -> {
                    var spent = draw.deadlines.spent(draw.at, draw.later);
                    assertThat(spent).isGreaterThanOrEqualTo(Duration.ZERO);
                    if (draw.deadlines.counting() != Counting.WORKING_HOURS) {
                        assertThat(spent).isLessThanOrEqualTo(Duration.between(draw.at, draw.later));
                    }
                }),
                law("pausing and resuming loses nothing", draw -> {
                    var due = draw.deadlines.after(draw.at, draw.time);
                    var paused = earlier(draw.later, due);
                    var used = draw.deadlines.spent(draw.at, paused);
                    var resumed = paused.plus(draw.more);
                    var dueAfterwards = draw.deadlines.after(resumed, notNegative(draw.time.minus(used)));
                    draw.assertSame(used.plus(draw.deadlines.spent(resumed, dueAfterwards)), draw.time);
                    if (draw.more.isZero() && paused.isBefore(due)) {
                        assertThat(Duration.between(dueAfterwards, due).abs()).isLessThanOrEqualTo(draw.rounding);
                    }
                }),
                law("a deadline in working time falls into working time", draw -> {
                    if (draw.deadlines.counting() != Counting.ELAPSED && !draw.time.isZero()) {
                        var due = draw.deadlines.after(draw.at, draw.time);
                        assertThat(draw.calendar.isWorkingDay(draw.calendar.dayOf(due.minusNanos(1))))
                                .isTrue();
                    }
                }),
                law("working days add up, and end on working days", draw -> {
                    var number = 1 + draw.random.nextInt(40);
                    var day = draw.calendar.dayOf(draw.at);
                    var last = draw.calendar.plusWorkingDays(day, number);
                    assertThat(draw.calendar.isWorkingDay(last)).isTrue();
                    assertThat(draw.calendar.workingDaysBetween(day, last)).isEqualTo(number);
                    var first = draw.calendar.plusWorkingDays(day, -number);
                    assertThat(draw.calendar.isWorkingDay(first)).isTrue();
                    assertThat(draw.calendar.workingDaysBetween(day, first)).isEqualTo(-number);
                }));
    }

    private static DynamicTest law(String name, Law law) {
        return DynamicTest.dynamicTest(name, () -> {
            var first = Long.getLong("baton.calendar.seed", System.nanoTime());
            for (var round = 0; round < ROUNDS; round++) {
                var draw = new Draw(first + round);
                try {
                    law.check(draw);
                } catch (AssertionError | RuntimeException broken) {
                    throw new AssertionError(
                            "%s; -Dbaton.calendar.seed=%d: %s".formatted(name, first + round, draw), broken);
                }
            }
        });
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
