package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTermsTest {

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", " no ", "false"})
    void aNoLeavesTheExpertOut(String answer) {
        assertThat(ApprovalTerms.asks(answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "true", "", "perhaps", "not sure"})
    void whateverIsNoNoAsksTheExpert(String answer) {
        assertThat(ApprovalTerms.asks(answer)).isTrue();
    }
}
