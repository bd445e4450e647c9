package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Which days people work, in their own time zone. Working time runs on working days from midnight to midnight, so a day
 * counts 24 hours, or 23 or 25 when its clock changes; on other days and holidays it stands still.
 */
public record BusinessCalendar(ZoneId zone, Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {

    public BusinessCalendar {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("A business calendar needs at least one working day a week.");
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
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
        if (time.isNegative()) {
            throw new IllegalArgumentException("Working time counts forward, not by " + time + ".");
        }
        var at = from;
        var left = time;
        while (left.compareTo(leftOfDay(at)) > 0) {
            left = left.minus(leftOfDay(at));
            at = nextMidnight(at);
        }
        return at.plus(left);
    }

    /** The working time between two moments; none when the second is not later. */
    public Duration between(Instant from, Instant to) {
        var time = Duration.ZERO;
        var at = from;
        while (at.isBefore(to)) {
            var end = earlier(nextMidnight(at), to);
            if (isWorkingDay(dayOf(at))) {
                time = time.plus(Duration.between(at, end));
            }
            at = end;
        }
        return time;
    }

    private Duration leftOfDay(Instant at) {
        return isWorkingDay(dayOf(at)) ? Duration.between(at, nextMidnight(at)) : Duration.ZERO;
    }

    private Instant nextMidnight(Instant at) {
        return dayOf(at).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
