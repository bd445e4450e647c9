package dev.baton.review;

import java.time.Duration;

/** How one kind of review runs: when it reminds, and what silence means. */
public record ReviewPolicy(String review, Duration reminderAfter, Silence onSilence) {}
