package dev.baton.plan;

import java.util.Set;

/**
 * A part of the work, in working days. Reviews and approvals follow the work, the buffer follows them.
 *
 * @param role who does it, as a key; their absences do not count as working days
 * @param after the stages that have to be done before
 * @param work at least one day
 */
record Stage(
        String key,
        String name,
        String role,
        Set<String> after,
        int work,
        int reviewCycles,
        int daysPerReview,
        int approval,
        int buffer) {

    Stage {
        after = Set.copyOf(after);
    }

    /** The days of others: reviews and approvals. */
    int checking() {
        return reviewCycles * daysPerReview + approval;
    }

    int days() {
        return work + checking() + buffer;
    }

    Stage withoutBuffer() {
        return new Stage(key, name, role, after, work, reviewCycles, daysPerReview, approval, 0);
    }

    Stage withOneReviewLess() {
        return new Stage(key, name, role, after, work, reviewCycles - 1, daysPerReview, approval, buffer);
    }
}
