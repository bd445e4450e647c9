package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartAnswersTests {

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", " no ", "false"})
    void aNoLeavesTheExpertOut(String answer) {
        assertThat(StartAnswers.isYes(answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "true", "", "perhaps", "not sure"})
    void whateverIsNoNoAsksTheExpert(String answer) {
        assertThat(StartAnswers.isYes(answer)).isTrue();
    }
}
