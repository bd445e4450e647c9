package dev.baton.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a handoff ended before its work was done.
 *
 * @param outcome such as `rejected` or `cancelled`
 * @param who ended it; none where it was the engine itself
 * @param reason in that person's words
 */
public record EarlyEnding(
        String outcome,
        @Nullable String who,
        Instant at,
        @Nullable String reason) {}
