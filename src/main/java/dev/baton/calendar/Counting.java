package dev.baton.calendar;

/** What a deadline counts: every hour, the hours of working days, or the working hours of working days. */
public enum Counting {
    ELAPSED,
    WORKING_DAYS,
    WORKING_HOURS
}
