package dev.baton.time;

/** What a deadline counts: every hour, or only those of working days. */
public enum Counting {
    ELAPSED,
    WORKING_DAYS
}
