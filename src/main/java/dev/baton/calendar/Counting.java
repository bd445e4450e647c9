package dev.baton.calendar;

/** What a deadline counts: every hour, or only those of working days. */
public enum Counting {
    ELAPSED,
    WORKING_DAYS
}
