package dev.baton.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Time that runs only within the given hours of working days, and stands still outside of them. */
record WorkingTime(BusinessCalendar calendar, WorkingHours hours) {

    /** The first moment by which that much working time has passed. */
    Instant plus(Instant from, Duration time) {
        check(time);
        if (time.isZero()) {
            return from;
        }
        var left = time;
        var day = calendar.nextWorkingDay(calendar.dayOf(from));
        while (true) {
            var begin = later(from, begin(day));
            var available = span(begin, end(day));
            if (left.compareTo(available) <= 0) {
                return begin.plus(left);
            }
            left = left.minus(available);
            day = calendar.nextWorkingDay(day.plusDays(1));
        }
    }

    /** The last moment from which that much working time is left. */
    Instant minus(Instant until, Duration time) {
        check(time);
        if (time.isZero()) {
            return until;
        }
        var left = time;
        var day = calendar.previousWorkingDay(calendar.dayOf(until));
        while (true) {
            var end = earlier(until, end(day));
            var available = span(begin(day), end);
            if (left.compareTo(available) <= 0) {
                return end.minus(left);
            }
            left = left.minus(available);
            day = calendar.previousWorkingDay(day.minusDays(1));
        }
    }

    /** The working time between two moments; none when the second is not later. */
    Duration between(Instant from, Instant to) {
        var last = calendar.dayOf(to);
        var time = Duration.ZERO;
        for (var day = calendar.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                time = time.plus(span(later(from, begin(day)), earlier(to, end(day))));
            }
        }
        return time;
    }

    private static void check(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Working time counts forward, not by " + time + ".");
        }
    }

    private Instant begin(LocalDate day) {
        return hours.begin(day, calendar.zone());
    }

    private Instant end(LocalDate day) {
        return hours.end(day, calendar.zone());
    }

    private static Duration span(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
