package dev.baton.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTests {

    private static final Duration HOURS_48 = Duration.parse("PT48H");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate EASTER_MONDAY = LocalDate.of(2026, 4, 6);
    private static final BusinessCalendar WEEK =
            new BusinessCalendar(BERLIN, Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), Set.of(EASTER_MONDAY));
    private static final BusinessCalendar EVERY_DAY =
            new BusinessCalendar(BERLIN, EnumSet.allOf(DayOfWeek.class), Set.of());

    @ParameterizedTest(name = "{0} plus {1} h is {2}: {3}")
    @CsvSource({
        "2026-03-06T15:00, 48, 2026-03-10T15:00, Friday afternoon is due on Tuesday",
        "2026-03-02T09:00, 48, 2026-03-04T09:00, within the week every hour counts",
        "2026-03-02T09:00, 0,  2026-03-02T09:00, no time is now",
        "2026-03-07T11:00, 0,  2026-03-07T11:00, no time is now on a Saturday too",
        "2026-03-07T11:00, 1,  2026-03-09T01:00, Saturday waits for Monday",
        "2026-03-08T23:59, 24, 2026-03-10T00:00, Monday whole",
        "2026-03-06T15:00, 9,  2026-03-07T00:00, to the last hour of Friday",
        "2026-03-06T15:00, 10, 2026-03-09T01:00, one hour more is Monday",
        "2026-04-03T15:00, 48, 2026-04-08T15:00, a holiday on Monday moves it a day",
        "2026-03-27T15:00, 48, 2026-03-31T15:00, the weekend that loses an hour counts nothing",
        "2026-10-23T15:00, 48, 2026-10-27T15:00, nor the one that gains an hour",
        "2026-03-02T00:00, 120, 2026-03-07T00:00, a week has five days",
        "2026-03-02T00:00, 121, 2026-03-09T01:00, and goes on after the weekend"
    })
    void onlyTimeOnWorkingDaysCounts(LocalDateTime from, long hours, LocalDateTime due, String why) {
        assertThat(WEEK.plus(berlin(from), Duration.ofHours(hours))).as(why).isEqualTo(berlin(due));
    }

    @ParameterizedTest(name = "{0} plus {1} h is {2}")
    @CsvSource({
        "2026-03-28T15:00, 24, 2026-03-29T16:00",
        "2026-03-29T00:00, 23, 2026-03-30T00:00",
        "2026-10-24T15:00, 24, 2026-10-25T14:00",
        "2026-10-25T00:00, 25, 2026-10-26T00:00"
    })
    void anHourIsAnHourAlsoOnAWorkingDayWhoseClockChanges(LocalDateTime from, long hours, LocalDateTime due) {
        assertThat(EVERY_DAY.plus(berlin(from), Duration.ofHours(hours))).isEqualTo(berlin(due));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2026-03-06T15:00, 2026-03-10T15:00, PT48H",
        "2026-03-06T23:00, 2026-03-09T00:30, PT1H30M",
        "2026-03-07T08:00, 2026-03-08T20:00, PT0S",
        "2026-03-02T09:00, 2026-03-02T09:01, PT1M",
        "2026-03-02T09:01, 2026-03-02T09:00, PT0S",
        "2026-04-02T12:00, 2026-04-07T12:00, PT48H",
        "2026-03-27T15:00, 2026-03-31T15:00, PT48H"
    })
    void theTimeBetweenTwoMomentsIsThatOfWorkingDays(LocalDateTime from, LocalDateTime to, Duration time) {
        assertThat(WEEK.between(berlin(from), berlin(to))).isEqualTo(time);
    }

    @Test
    void whatIsAddedIsWhatIsFoundBetweenThroughoutAYear() {
        Instant start = berlin(LocalDateTime.of(2026, 1, 1, 0, 30));
        for (int hours = 0; hours < 365 * 24; hours += 7) {
            Instant from = start.plus(Duration.ofHours(hours));
            assertThat(WEEK.between(from, WEEK.plus(from, HOURS_48)))
                    .as("from %s", from)
                    .isEqualTo(HOURS_48);
        }
    }

    @Test
    void theZoneDecidesWhenFridayEnds() {
        BusinessCalendar newYork = new BusinessCalendar(ZoneId.of("America/New_York"), WEEK.workingDays(), Set.of());
        Instant fridayNightInNewYork = Instant.parse("2026-03-07T03:00:00Z");

        assertThat(newYork.plus(fridayNightInNewYork, Duration.ofHours(1))).isEqualTo("2026-03-07T04:00:00Z");
        assertThat(WEEK.plus(fridayNightInNewYork, Duration.ofHours(1))).isEqualTo("2026-03-09T00:00:00Z");
    }

    @Test
    void aWeekWithoutWorkingDaysOrTimeThatRunsBackIsRefused() {
        assertThatThrownBy(() -> new BusinessCalendar(BERLIN, Set.of(), Set.of()))
                .hasMessageContaining("at least one working day");
        assertThatThrownBy(() -> WEEK.plus(Instant.EPOCH, Duration.ofHours(-1))).hasMessageContaining("forward");
    }

    @Test
    void deadlinesCountAsTheSettingSays() {
        Instant friday = berlin(LocalDateTime.of(2026, 3, 6, 15, 0));
        Instant tuesday = berlin(LocalDateTime.of(2026, 3, 10, 15, 0));
        Deadlines elapsed = new Deadlines(Counting.ELAPSED, WEEK);
        Deadlines workingDays = new Deadlines(Counting.WORKING_DAYS, WEEK);

        assertThat(elapsed.after(friday, HOURS_48)).isEqualTo(berlin(LocalDateTime.of(2026, 3, 8, 15, 0)));
        assertThat(workingDays.after(friday, HOURS_48)).isEqualTo(tuesday);
        assertThat(elapsed.spent(friday, tuesday)).isEqualTo(HOURS_48.multipliedBy(2));
        assertThat(workingDays.spent(friday, tuesday)).isEqualTo(HOURS_48);
    }

    @Test
    void noTimeIsSpentBackwards() {
        Instant now = Instant.parse("2026-03-04T10:00:00Z");
        for (Counting counting : Counting.values()) {
            assertThat(new Deadlines(counting, WEEK).spent(now, now.minusSeconds(1)))
                    .isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void fortyEightElapsedHoursAreElapsedAlsoWhenTheClockChanges() {
        Deadlines elapsed = new Deadlines(Counting.ELAPSED, WEEK);

        assertThat(elapsed.after(berlin(LocalDateTime.of(2026, 3, 28, 15, 0)), HOURS_48))
                .isEqualTo(berlin(LocalDateTime.of(2026, 3, 30, 16, 0)));
        assertThat(elapsed.after(berlin(LocalDateTime.of(2026, 10, 24, 15, 0)), HOURS_48))
                .isEqualTo(berlin(LocalDateTime.of(2026, 10, 26, 14, 0)));
    }

    @Test
    void saturdayCanBeAWorkingDay() {
        BusinessCalendar shop = new BusinessCalendar(BERLIN, Set.of(FRIDAY, SATURDAY), Set.of());

        assertThat(shop.isWorkingDay(LocalDate.of(2026, 3, 7))).isTrue();
        assertThat(shop.isWorkingDay(LocalDate.of(2026, 3, 8))).isFalse();
        assertThat(WEEK.isWorkingDay(EASTER_MONDAY)).isFalse();
    }

    private static Instant berlin(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
