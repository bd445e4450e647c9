package dev.baton.review;

import java.util.List;

/** A policy table that cannot be used; every violation names its row and what to do. */
public class InvalidReviewPolicies extends RuntimeException {

    private final List<String> violations;

    InvalidReviewPolicies(List<String> violations) {
        super(String.join("\n", violations));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
