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
    private static final WorkingHours OFFICE = WorkingHours.of("09:00-17:00");
    private static final BusinessCalendar EVERY_DAY =
            new BusinessCalendar(BERLIN, EnumSet.allOf(DayOfWeek.class), Set.of());

    @ParameterizedTest(name = "{0} plus {1} h is {2}: {3}")
    @CsvSource({
        "2026-03-06T15:00, 48, 2026-03-10T15:00, Friday afternoon is due on Tuesday",
        "2026-03-02T09:00, 48, 2026-03-04T09:00, within the week every hour counts",
        "2026-03-02T09:00, 0,  2026-03-02T09:00, no time is now",
        "2026-03-07T11:00, 0,  2026-03-07T11:00, no time is now on a Saturday too",
        "2026-03-07T11:00, 1,  2026-03-09T01:00, Saturday waits for Monday",
        "2026-03-07T11:00, 48, 2026-03-11T00:00, and is due at the end of Tuesday",
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
        Deadlines elapsed = new Deadlines(Counting.ELAPSED, WEEK, OFFICE);
        Deadlines workingDays = new Deadlines(Counting.WORKING_DAYS, WEEK, OFFICE);

        assertThat(elapsed.after(friday, HOURS_48)).isEqualTo(berlin(LocalDateTime.of(2026, 3, 8, 15, 0)));
        assertThat(workingDays.after(friday, HOURS_48)).isEqualTo(tuesday);
        assertThat(elapsed.spent(friday, tuesday)).isEqualTo(HOURS_48.multipliedBy(2));
        assertThat(workingDays.spent(friday, tuesday)).isEqualTo(HOURS_48);
    }

    @ParameterizedTest
    @CsvSource({
        "ELAPSED, 48, 48 hours",
        "ELAPSED, 1, 1 hour",
        "WORKING_DAYS, 48, 2 working days",
        "WORKING_HOURS, 48, 2 working days",
        "WORKING_DAYS, 24, 1 working day",
        "WORKING_HOURS, 36, 1.5 working days"
    })
    void timeIsSaidAsItIsCounted(Counting counting, long hours, String words) {
        assertThat(new Deadlines(counting, WEEK, OFFICE).inWords(Duration.ofHours(hours)))
                .isEqualTo(words);
    }

    @Test
    void noTimeIsSpentBackwards() {
        Instant now = Instant.parse("2026-03-04T10:00:00Z");
        for (Counting counting : Counting.values()) {
            assertThat(new Deadlines(counting, WEEK, OFFICE).spent(now, now.minusSeconds(1)))
                    .isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void fortyEightElapsedHoursAreElapsedAlsoWhenTheClockChanges() {
        Deadlines elapsed = new Deadlines(Counting.ELAPSED, WEEK, OFFICE);

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

    @ParameterizedTest(name = "{0} minus {1} h is {2}: {3}")
    @CsvSource({
        "2026-03-10T15:00, 48, 2026-03-06T15:00, Tuesday afternoon begins on Friday",
        "2026-03-09T00:00, 0,  2026-03-09T00:00, no time is now",
        "2026-03-08T12:00, 0,  2026-03-08T12:00, no time is now on a Sunday too",
        "2026-03-08T12:00, 1,  2026-03-06T23:00, Sunday looks back to Friday",
        "2026-03-09T00:00, 24, 2026-03-06T00:00, Friday whole",
        "2026-03-09T09:00, 9,  2026-03-09T00:00, to the first hour of Monday",
        "2026-03-09T09:00, 10, 2026-03-06T23:00, one hour more is Friday",
        "2026-04-08T15:00, 48, 2026-04-03T15:00, over a holiday on Monday",
        "2026-03-31T15:00, 48, 2026-03-27T15:00, over the weekend that loses an hour",
        "2026-10-27T15:00, 48, 2026-10-23T15:00, and the one that gains an hour"
    })
    void aPlanCountsTheSameTimeBackward(LocalDateTime until, long hours, LocalDateTime begin, String why) {
        assertThat(WEEK.minus(berlin(until), Duration.ofHours(hours))).as(why).isEqualTo(berlin(begin));
    }

    @ParameterizedTest(name = "{0} h from {1} are over at {2}: {3}")
    @CsvSource({
        "48, 2026-03-06T15:00, 2026-03-10T15:00, Friday afternoon is due on Tuesday as with working days",
        "48, 2026-03-06T20:00, 2026-03-10T17:00, what is asked after hours begins in the morning",
        "48, 2026-03-06T07:00, 2026-03-09T17:00, and what is asked before them too",
        "48, 2026-03-07T12:00, 2026-03-10T17:00, and what is asked on a Saturday",
        "24, 2026-03-06T15:00, 2026-03-09T15:00, the reminder comes a working day later",
        "48, 2026-04-02T15:00, 2026-04-07T15:00, a holiday on the day it would be due moves it a day",
        "12, 2026-03-02T09:00, 2026-03-02T13:00, half of the time is half of a working day",
        "0,  2026-03-07T12:00, 2026-03-07T12:00, no time is now",
        "48, 2026-03-27T10:00, 2026-03-31T10:00, a clock that changes at night changes nothing",
        "48, 2024-02-28T10:00, 2024-03-01T10:00, a leap day is a working day",
        "48, 2026-12-30T10:00, 2027-01-01T10:00, a year ends like any month"
    })
    void withWorkingHoursFortyEightHoursAreTwoWorkingDays(
            long hours, LocalDateTime from, LocalDateTime due, String why) {
        var office = new Deadlines(Counting.WORKING_HOURS, WEEK, OFFICE);
        var time = Duration.ofHours(hours);

        assertThat(office.after(berlin(from), time)).as(why).isEqualTo(berlin(due));
        assertThat(office.spent(berlin(from), berlin(due))).as(why).isEqualTo(time);
    }

    @Test
    void aWorkingDayThatItsClockShortensCountsWhatIsLeftOfIt() {
        var night = new Deadlines(Counting.WORKING_HOURS, EVERY_DAY, WorkingHours.of("00:00-08:00"));

        assertThat(night.spent(
                        berlin(LocalDateTime.of(2026, 3, 29, 0, 0)), berlin(LocalDateTime.of(2026, 3, 30, 0, 0))))
                .isEqualTo(Duration.ofHours(21));
        assertThat(night.spent(
                        berlin(LocalDateTime.of(2026, 10, 25, 0, 0)), berlin(LocalDateTime.of(2026, 10, 26, 0, 0))))
                .isEqualTo(Duration.ofHours(27));
    }

    @Test
    void aDeadlineLiesAtMostTenYearsAway() {
        for (var counting : Counting.values()) {
            var deadlines = new Deadlines(counting, WEEK, OFFICE);
            assertThatThrownBy(() -> deadlines.after(Instant.EPOCH, Duration.ofDays(3661)))
                    .hasMessageContaining("ten years");
            assertThatThrownBy(() -> deadlines.before(Instant.EPOCH, Duration.ofDays(3661)))
                    .hasMessageContaining("ten years");
        }
    }

    @ParameterizedTest(name = "{1} working days from {0} is {2}")
    @CsvSource({
        "2026-03-06,  0, 2026-03-06",
        "2026-03-06,  1, 2026-03-09",
        "2026-03-07,  1, 2026-03-09",
        "2026-03-07,  0, 2026-03-07",
        "2026-03-06,  5, 2026-03-13",
        "2026-04-03,  1, 2026-04-07",
        "2026-03-09, -1, 2026-03-06",
        "2026-04-07, -1, 2026-04-03",
        "2026-12-31,  1, 2027-01-01",
        "2024-02-28,  2, 2024-03-01"
    })
    void workingDaysAreCountedForwardAndBackward(LocalDate from, int number, LocalDate to) {
        assertThat(WEEK.plusWorkingDays(from, number)).isEqualTo(to);
        assertThat(WEEK.workingDaysBetween(from, to)).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0}: on or after {1}, on or before {2}")
    @CsvSource({
        "2026-03-06, 2026-03-06, 2026-03-06",
        "2026-03-07, 2026-03-09, 2026-03-06",
        "2026-04-05, 2026-04-07, 2026-04-03",
        "2026-04-06, 2026-04-07, 2026-04-03"
    })
    void aFreeDayMovesToTheWorkingDayBesideIt(LocalDate day, LocalDate after, LocalDate before) {
        assertThat(WEEK.nextWorkingDay(day)).isEqualTo(after);
        assertThat(WEEK.previousWorkingDay(day)).isEqualTo(before);
    }

    @Test
    void whereNobodyEverWorksNobodyCountsForEver() {
        var never = new BusinessCalendar(BERLIN, Set.of(MONDAY), (Holidays) day -> true);

        assertThatThrownBy(() -> never.nextWorkingDay(EASTER_MONDAY)).hasMessageContaining("ten years");
        assertThatThrownBy(() -> never.minus(Instant.EPOCH, HOURS_48)).hasMessageContaining("ten years");
    }

    @Test
    void aDayThatAZoneSkipsCountsNothing() {
        var samoa = new BusinessCalendar(ZoneId.of("Pacific/Apia"), EnumSet.allOf(DayOfWeek.class), Set.of());
        var thursday =
                LocalDateTime.of(2011, 12, 29, 12, 0).atZone(samoa.zone()).toInstant();

        assertThat(samoa.plus(thursday, Duration.ofHours(24)))
                .isEqualTo(LocalDateTime.of(2011, 12, 31, 12, 0)
                        .atZone(samoa.zone())
                        .toInstant());
    }

    private static Instant berlin(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
