package dev.baton.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One row of the table, numbered from 1, with what is wrong with it. */
record PolicyRow(int number, Map<String, String> cells) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** The most that a review may take before it is escalated; the diagrams say so at each of them. */
    private static final Duration MAXIMUM = Duration.ofHours(48);

    private static final Pattern HOURS = Pattern.compile("[1-9][0-9]{0,4}");

    String review() {
        return cell("review");
    }

    boolean forAllOthers() {
        return review().isEmpty() || review().equals("-");
    }

    String says(String sentence) {
        return "review-policy, row " + number + ": " + sentence;
    }

    List<String> violations(Set<String> held) {
        var violations = new ArrayList<String>();
        if (!forAllOthers() && !KEY.matcher(review()).matches()) {
            violations.add(says("'" + review() + "' is not the key of one review. Give each review its own row, with a"
                    + " key like \"mid-sprint\"."));
        }
        violations.addAll(hours());
        violations.addAll(silence(held));
        return violations;
    }

    private List<String> hours() {
        var hours = cell("reminderHours");
        if (!HOURS.matcher(hours).matches()) {
            return List.of(says("reminderHours must be a whole number of hours from 1, not '" + hours + "'."));
        }
        return reminderAfter().compareTo(MAXIMUM) < 0
                ? List.of()
                : List.of(says("the reminder after " + hours + " hours comes too late, the time is up after "
                        + MAXIMUM.toHours() + ". Remind earlier."));
    }

    private List<String> silence(Set<String> held) {
        var word = cell("onSilence");
        if (Silence.find(word).isEmpty()) {
            return List.of(says("onSilence must be \"advance\" or \"hold\", not '" + word + "'."));
        }
        if (word.equals(Silence.HOLD.key())) {
            return List.of();
        }
        if (forAllOthers()) {
            return List.of(says("a review that no row names may not advance in silence. Set onSilence to \"hold\"."));
        }
        if (held.contains(review())) {
            return List.of(says("'" + review() + "' may never advance in silence. Set onSilence to \"hold\"."));
        }
        return List.of();
    }

    ReviewPolicy policy() {
        return new ReviewPolicy(
                review(), reminderAfter(), Silence.find(cell("onSilence")).orElseThrow());
    }

    private Duration reminderAfter() {
        return Duration.ofHours(Long.parseLong(cell("reminderHours")));
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
