package dev.baton.review;

import java.time.Duration;

/** How one kind of review runs: when it reminds, when it goes to the accountable person, and what silence means. */
public record ReviewPolicy(String review, Duration reminderAfter, Duration answerWithin, Silence onSilence) {}
