package dev.baton.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
