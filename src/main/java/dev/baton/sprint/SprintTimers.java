package dev.baton.sprint;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.camunda.VisibleInDiagrams;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * `${sprintTimers.…}`: the moments for the timers of a sprint's diagram, where the team works. Days are written
 * year-month-day, as `${scheduleSprint}` leaves them.
 */
@Component
@VisibleInDiagrams
public class SprintTimers {

    /** When people are asked something that comes with the day. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final BusinessCalendar calendar;
    private final Clock clock;

    SprintTimers(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The first moment of the working day that the day is, or that follows it. */
    public Date workBegins(String day) {
        return at(calendar.nextWorkingDay(LocalDate.parse(day)), LocalTime.MIDNIGHT);
    }

    public Date morning(String day) {
        return at(LocalDate.parse(day), MORNING);
    }

    /** The morning of the next working day after today. */
    public Date nextMorning() {
        var tomorrow = calendar.dayOf(clock.instant()).plusDays(1);
        return at(calendar.nextWorkingDay(tomorrow), MORNING);
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(calendar.zone()).toInstant());
    }
}
