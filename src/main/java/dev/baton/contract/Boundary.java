package dev.baton.contract;

import org.jspecify.annotations.Nullable;

/**
 * What a gap holds back by itself: execution does not start without a goal, an audience and an owner, launch set-up waits
 * for tracking, a lead without source or signal is not handed to sales. Such gaps are the worst and are named first, in this order.
 */
enum Boundary {
    EXECUTION,
    LAUNCH,
    SALES;

    /**
     * Reads the word that the requirements table uses; null for an empty cell.
     *
     * @throws IllegalArgumentException with a sentence that lists what is known
     */
    static @Nullable Boundary of(String key) {
        return key.isEmpty() ? null : Named.of(Boundary.class, key, "boundary");
    }
}
