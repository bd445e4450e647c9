package dev.baton.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The table of review policies: one row per review, and a last one, without a review, for all others. */
public final class ReviewPolicies {

    private final Map<String, ReviewPolicy> named;
    private final ReviewPolicy others;

    private ReviewPolicies(Map<String, ReviewPolicy> named, ReviewPolicy others) {
        this.named = Map.copyOf(named);
        this.others = others;
    }

    /**
     * Reads the rows of the table in their order, texts without quotes.
     *
     * @param rows each with {@code review} (empty: all others), {@code reminderHours}, {@code onSilence}
     * @throws InvalidReviewPolicies with every violation, not only the first
     */
    public static ReviewPolicies of(List<Map<String, String>> rows) {
        return of(rows, Set.of());
    }

    /**
     * The same, where silence in some reviews never moves work forward, whatever a team prefers.
     *
     * @param held the keys of these reviews; a row that lets one advance is a violation
     */
    public static ReviewPolicies of(List<Map<String, String>> rows, Set<String> held) {
        var table = IntStream.range(0, rows.size())
                .mapToObj(i -> new PolicyRow(i + 1, rows.get(i)))
                .toList();
        var violations = violations(table, held);
        if (!violations.isEmpty()) {
            throw new InvalidReviewPolicies(violations);
        }
        var named = new HashMap<String, ReviewPolicy>();
        named(table).forEach(row -> named.put(row.review(), row.policy()));
        return new ReviewPolicies(named, table.get(table.size() - 1).policy());
    }

    private static List<String> violations(List<PolicyRow> table, Set<String> held) {
        if (table.isEmpty()) {
            return List.of("review-policy: the table is empty. Give each review a row.");
        }
        var violations = new ArrayList<String>();
        table.forEach(row -> violations.addAll(row.violations(held)));
        var seen = new HashSet<String>();
        for (var row : named(table)) {
            if (row.forAllOthers()) {
                violations.add(row.says("without a review it answers for every row below. Move it to the end."));
            } else if (!seen.add(row.review())) {
                violations.add(row.says("'" + row.review() + "' has a row above already. Keep one of the two."));
            }
        }
        var last = table.get(table.size() - 1);
        if (!last.forAllOthers()) {
            violations.add(
                    last.says("below it, a last row with an empty review and \"hold\" must answer for all others."));
        }
        return violations;
    }

    /** All rows but the last, which answers for the others. */
    private static List<PolicyRow> named(List<PolicyRow> table) {
        return table.subList(0, table.size() - 1);
    }

    /** The policy of a review; one that no row names holds. */
    public ReviewPolicy policy(String review) {
        var policy = named.get(review);
        return policy != null ? policy : new ReviewPolicy(review, others.reminderAfter(), others.onSilence());
    }
}
