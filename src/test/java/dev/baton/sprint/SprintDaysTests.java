package dev.baton.sprint;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SprintDaysTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate EASTER_MONDAY = LocalDate.of(2026, 4, 6);
    private static final BusinessCalendar CALENDAR =
            new BusinessCalendar(BERLIN, Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), Set.of(EASTER_MONDAY));

    @ParameterizedTest(name = "{1} days from {0}: {5}")
    @CsvSource({
        "2026-03-02, 13, 2026-03-02, 2026-03-09, 2026-03-16, a Saturday moves the review to Monday; day 7 is a Sunday",
        "2026-03-04, 13, 2026-03-04, 2026-03-10, 2026-03-16, all three fall on working days",
        "2026-03-07, 13, 2026-03-09, 2026-03-13, 2026-03-19, a start on a Saturday is planned on Monday",
        "2026-03-25, 13, 2026-03-25, 2026-03-31, 2026-04-07, a holiday on Monday moves the review to Tuesday",
        "2026-03-02, 5,  2026-03-02, 2026-03-04, 2026-03-06, the check is in the middle of a week",
        "2026-03-02, 14, 2026-03-02, 2026-03-09, 2026-03-16, of two middle days the first",
        "2026-03-02, 3,  2026-03-02, 2026-03-03, 2026-03-04, the shortest",
        "2026-03-06, 3,  2026-03-06, 2026-03-09, 2026-03-10, check and review would share the Monday",
        "2026-03-07, 3,  2026-03-09, 2026-03-10, 2026-03-11, all three would share the Monday",
        "2026-03-02, 60, 2026-03-02, 2026-03-31, 2026-04-30, the longest"
    })
    void daysAreCountedFromTheStartAndMoveToTheNextWorkingDay(
            LocalDate start, long length, LocalDate planning, LocalDate check, LocalDate review, String why) {
        var days = new SprintDays(start, length, CALENDAR);

        assertThat(days.planning()).as(why).isEqualTo(planning);
        assertThat(days.check()).as(why).isEqualTo(check);
        assertThat(days.review()).as(why).isEqualTo(review);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 2, 61, Long.MAX_VALUE})
    void aSprintOfNoUsefulLengthIsRefused(long length) {
        assertThatThrownBy(() -> new SprintDays(LocalDate.of(2026, 3, 2), length, CALENDAR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("A sprint has 3 to 60 days, not %d", length);
    }

    @Test
    void aSprintEndsOnTheDayOfTheLaunchAtTheLatest() {
        var days = new SprintDays(LocalDate.of(2026, 3, 4), 13, CALENDAR);

        days.demandBefore(LocalDate.of(2026, 3, 16));
        assertThatThrownBy(() -> days.demandBefore(LocalDate.of(2026, 3, 15)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("would end on 2026-03-16, after the launch on 2026-03-15");
    }

    @ParameterizedTest(name = "after {0} comes {1}")
    @CsvSource({
        "2026-03-02T10:00, 2026-03-03T09:00",
        "2026-03-06T23:59, 2026-03-09T09:00",
        "2026-03-07T00:00, 2026-03-09T09:00",
        "2026-04-03T08:00, 2026-04-07T09:00",
        "2026-03-27T10:00, 2026-03-30T09:00"
    })
    void aStandUpComesOnTheMorningOfTheNextWorkingDayWhereTheTeamWorks(LocalDateTime now, LocalDateTime next) {
        assertThat(timers(now).nextMorning()).isEqualTo(berlin(next));
    }

    @Test
    void aDayOfTheSprintBeginsWhereTheTeamWorks() {
        var timers = timers(LocalDateTime.of(2026, 3, 2, 10, 0));

        assertThat(timers.workBegins("2026-03-29")).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(timers.workBegins("2026-03-25")).isEqualTo(Instant.parse("2026-03-24T23:00:00Z"));
        assertThat(timers.morning("2026-03-30")).isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
    }

    private static SprintTimers timers(LocalDateTime now) {
        return new SprintTimers(CALENDAR, Clock.fixed(berlin(now), BERLIN));
    }

    private static Instant berlin(LocalDateTime time) {
        return time.atZone(BERLIN).toInstant();
    }
}
