package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewPoliciesTests {

    private static final Set<String> HELD = Set.of("final-approval", "pre-launch", "legal");

    private static final Map<String, String> OTHERS = row("", "24", "hold");
    private static final Map<String, String> MANAGER = row("manager", "24", "hold");

    @Test
    void aReviewHasThePolicyOfItsRow() {
        ReviewPolicies policies = ReviewPolicies.of(List.of(row("brief", "12", "advance"), OTHERS));

        assertThat(policies.policy("brief"))
                .isEqualTo(new ReviewPolicy("brief", Duration.ofHours(12), Silence.ADVANCE));
    }

    @Test
    void aReviewThatNoRowNamesHolds() {
        ReviewPolicies policies = ReviewPolicies.of(List.of(row("-", "10", "hold")));

        assertThat(policies.policy("surprise"))
                .isEqualTo(new ReviewPolicy("surprise", Duration.ofHours(10), Silence.HOLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"final-approval", "pre-launch", "legal"})
    void aLockedReviewMayNotAdvanceInSilence(String locked) {
        assertThat(violations(List.of(row(locked, "24", "advance"), OTHERS)))
                .containsExactly("review-policy, row 1: '" + locked
                        + "' may never advance in silence. Set onSilence to \"hold\".");
        assertThat(ReviewPolicies.of(List.of(row(locked, "24", "hold"), OTHERS))
                        .policy(locked)
                        .onSilence())
                .isEqualTo(Silence.HOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compliance", "quality-check", "kickoff", "retrospective"})
    void aTeamMaySetEveryOtherReviewToAdvance(String review) {
        assertThat(ReviewPolicies.of(List.of(row(review, "24", "advance"), OTHERS))
                        .policy(review)
                        .onSilence())
                .isEqualTo(Silence.ADVANCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    brief              | 24  | wait    | must be "advance" or "hold", not 'wait'
                    brief              | 24  | ''      | must be "advance" or "hold", not ''
                    brief              | 0   | hold    | reminderHours must be a whole number of hours from 1, not '0'
                    brief              | 48  | hold    | Remind earlier
                    brief              | two | hold    | reminderHours must be a whole number of hours from 1, not 'two'
                    brief","legal      | 24  | advance | is not the key of one review
                    not("brief")       | 24  | advance | is not the key of one review
                    """)
    void aRowThatCannotBeUsedIsNamed(String review, String reminder, String silence, String sentence) {
        assertThat(violations(List.of(MANAGER, row(review, reminder, silence), OTHERS)))
                .singleElement()
                .asString()
                .startsWith("review-policy, row 2: ")
                .contains(sentence);
    }

    @Test
    void theRowForAllOthersIsTheLastAndHolds() {
        assertThat(violations(List.of())).singleElement().asString().contains("the table is empty");
        assertThat(violations(List.of(row("brief", "24", "hold"))))
                .singleElement()
                .asString()
                .contains("a last row with an empty review");
        assertThat(violations(List.of(row("", "24", "advance"))))
                .singleElement()
                .asString()
                .contains("may not advance");
        assertThat(violations(List.of(OTHERS, row("brief", "24", "hold"), OTHERS)))
                .singleElement()
                .asString()
                .isEqualTo(
                        "review-policy, row 1: without a review it answers for every row below. Move it to the end.");
    }

    @Test
    void aSecondRowOfTheSameReviewWouldNeverAnswer() {
        assertThat(violations(List.of(row("brief", "24", "hold"), row("brief", "24", "advance"), OTHERS)))
                .containsExactly("review-policy, row 2: 'brief' has a row above already. Keep one of the two.");
    }

    @Test
    void everyViolationIsListedAtOnce() {
        assertThat(violations(List.of(row("legal", "x", "advance"), row("brief", "24", "z"))))
                .hasSize(4);
    }

    private static List<String> violations(List<Map<String, String>> rows) {
        InvalidReviewPolicies invalid =
                catchThrowableOfType(InvalidReviewPolicies.class, () -> ReviewPolicies.of(rows, HELD));
        assertThat(invalid).isNotNull();
        return invalid.violations();
    }

    private static Map<String, String> row(String review, String reminder, String silence) {
        return Map.of("review", review, "reminderHours", reminder, "onSilence", silence);
    }
}
