package dev.baton.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.contract.ExpressionTooLong;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelExpressionsTests {

    private final FeelExpressions feel = new FeelExpressions();

    @Test
    void anExpressionAnswersYesOrNoAboutTheValue() {
        assertThat(answer("value > 3", 4)).isTrue();
        assertThat(answer("value > 3", 3)).isFalse();
    }

    @Test
    void whatIsNeitherYesNorNoIsNoAnswer() {
        assertThat(answer("value + 1", 4)).isNull();
        assertThat(answer("value > \"three\"", 4)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..1000000000 return i) > value",
                "some i in 1..1000000000 satisfies i < 0",
                "every i in 1..1000000000 satisfies i > 0",
                "count(for i in 1..5000, j in 1..5000, k in 1..5000 return i) > value",
                "count(for i in 1..9000 return for j in 1..9000 return i * j) > value",
                "count([1, 2, 3][value in (for i in 1..99999999 return i)]) > 1"
            })
    void anExpressionThatLoopsIsEnded(String loop) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> answer(loop, 4)).isInstanceOf(ExpressionTooLong.class));
    }

    /** A machine that is busy with other things does not make an expression long. */
    @Test
    void anExpressionThatWaitsIsNotEnded() {
        var slow = JsonNodeFactory.instance.objectNode().putPOJO("value", new Slow());

        assertThat(feel.parse("value > 3").evaluate(slow)).isTrue();
    }

    private record Slow() {

        @JsonValue
        int value() throws InterruptedException {
            Thread.sleep(LimitedInterpreter.LONGEST.plusMillis(100).toMillis());
            return 4;
        }
    }

    @Test
    void functionsListsAndDocumentsAreReadAsBefore() {
        assertThat(answer("contains(string(value), \"4\") and count([1, 2]) = 2", 4))
                .isTrue();
        assertThat(answer("some i in 1..10 satisfies i = value", 4)).isTrue();
        assertThat(answer("date(\"2027-03-02\") > date(\"2027-03-01\") and missing = null", 4))
                .isTrue();
    }

    @Test
    void whatIsNoFeelIsRefusedWithTheParsersWords() {
        assertThatThrownBy(() -> feel.parse("value >"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value >");
    }

    private @Nullable Boolean answer(String expression, int value) {
        return feel.parse(expression)
                .evaluate(JsonNodeFactory.instance.objectNode().put("value", value));
    }
}
