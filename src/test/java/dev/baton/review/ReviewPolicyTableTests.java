package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewPolicyTableTests {

    private static final DmnModelInstance MODEL = Dmn.readModelFromStream(table());
    private static final ReviewPolicies POLICIES = ReviewPolicies.of(rows());
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision DECISION = ENGINE.parseDecision("review-policy", MODEL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self-review",
                "manager",
                "subject-matter-expert",
                "brief",
                "concept",
                "draft",
                "mid-sprint",
                "progress-25",
                "progress-50",
                "progress-75"
            })
    void theseAdvanceUnreviewedWhenNobodyAnswers(String review) {
        assertThat(evaluated(review)).isEqualTo(POLICIES.policy(review)).isEqualTo(policy(review, Silence.ADVANCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kickoff",
                "acceptance",
                "clarification",
                "quality-check",
                "delivery-check",
                "final-approval",
                "pre-launch",
                "sprint-review",
                "retrospective",
                "spoken-decision",
                "legal",
                "compliance",
                "a-review-nobody-named",
                "progress-100"
            })
    void theseHoldWhenNobodyAnswers(String review) {
        assertThat(evaluated(review)).isEqualTo(POLICIES.policy(review)).isEqualTo(policy(review, Silence.HOLD));
    }

    @Test
    void everyRowSaysWhy() {
        assertThat(MODEL.getModelElementsByType(Rule.class))
                .hasSize(25)
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).hasSizeGreaterThan(20));
    }

    private static ReviewPolicy policy(String review, Silence silence) {
        return new ReviewPolicy(review, Duration.ofHours(24), silence);
    }

    private static ReviewPolicy evaluated(String review) {
        Map<String, String> cells = new HashMap<>(Map.of("review", review));
        ENGINE.evaluateDecisionTable(DECISION, Variables.putValue("review", review))
                .getSingleResult()
                .forEach((column, value) -> cells.put(column, String.valueOf(value)));
        return new PolicyRow(1, cells).policy();
    }

    private static List<Map<String, String>> rows() {
        List<String> outputs = MODEL.getModelElementsByType(DecisionTable.class).iterator().next().getOutputs().stream()
                .map(Output::getName)
                .toList();
        return MODEL.getModelElementsByType(Rule.class).stream()
                .map(rule -> cells(rule, outputs))
                .toList();
    }

    private static Map<String, String> cells(Rule rule, List<String> outputs) {
        Map<String, String> cells = new HashMap<>();
        cells.put("review", unquoted(rule.getInputEntries().iterator().next().getTextContent()));
        List<String> values = rule.getOutputEntries().stream()
                .map(entry -> unquoted(entry.getTextContent()))
                .toList();
        for (int i = 0; i < outputs.size(); i++) {
            cells.put(outputs.get(i), values.get(i));
        }
        return cells;
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^\"|\"$", "");
    }

    private static InputStream table() {
        return Objects.requireNonNull(
                ReviewPolicyTableTests.class.getResourceAsStream("/processes/decisions/review-policy.dmn"));
    }
}
