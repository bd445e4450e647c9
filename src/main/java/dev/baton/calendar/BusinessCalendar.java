package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which days people work, in their own time zone. Working time runs on working days from midnight to midnight, so a day
 * counts 24 hours, or 23 or 25 when its clock changes; on other days and holidays it stands still.
 */
public record BusinessCalendar(ZoneId zone, Set<DayOfWeek> workingDays, Holidays holidays) {

    private static final int MOST_FREE_DAYS = 3660;

    public BusinessCalendar {
        workingDays = Set.copyOf(workingDays);
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("A business calendar needs at least one working day a week.");
        }
    }

    public BusinessCalendar(ZoneId zone, Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {
        this(zone, workingDays, Holidays.of(holidays));
    }

    public boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.include(day);
    }

    /**
     * The day itself where it is a working day, else the next one.
     *
     * @throws IllegalStateException where there is none within ten years
     */
    public LocalDate nextWorkingDay(LocalDate day) {
        return workingDay(day, next -> next.plusDays(1));
    }

    /**
     * The day itself where it is a working day, else the one before.
     *
     * @throws IllegalStateException where there is none within ten years
     */
    public LocalDate previousWorkingDay(LocalDate day) {
        return workingDay(day, previous -> previous.minusDays(1));
    }

    /** So many working days later, or earlier where the number is negative; none is the day itself. */
    public LocalDate plusWorkingDays(LocalDate day, int number) {
        var at = day;
        for (var left = number; left > 0; left--) {
            at = nextWorkingDay(at.plusDays(1));
        }
        for (var left = number; left < 0; left++) {
            at = previousWorkingDay(at.minusDays(1));
        }
        return at;
    }

    /** How many working days later the second day is, itself included and the first one not; negative where it is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -(int) to.datesUntil(from).filter(this::isWorkingDay).count();
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Which day it is then where the team works. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The last second of a day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    /** The moment when that much working time has passed: Friday 15:00 plus 48 hours is Tuesday 15:00. */
    public Instant plus(Instant from, Duration time) {
        return wholeDays().plus(from, time);
    }

    /** The last moment from which that much working time is left: Tuesday 15:00 minus 48 hours is Friday 15:00. */
    public Instant minus(Instant until, Duration time) {
        return wholeDays().minus(until, time);
    }

    /** The working time between two moments; none when the second is not later. */
    public Duration between(Instant from, Instant to) {
        return wholeDays().between(from, to);
    }

    private WorkingTime wholeDays() {
        return new WorkingTime(this, WorkingHours.WHOLE_DAY);
    }

    private LocalDate workingDay(LocalDate day, UnaryOperator<LocalDate> step) {
        var at = day;
        for (var free = 0; free < MOST_FREE_DAYS; free++) {
            if (isWorkingDay(at)) {
                return at;
            }
            at = step.apply(at);
        }
        throw new IllegalStateException("Nobody works within ten years of " + day + ".");
    }
}
