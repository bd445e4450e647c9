package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers and days that arrive as the texts that people type. */
@ServiceTest
class TypedAnswersTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    @Test
    void aWholeNumberArrivesAsANumber() {
        new Walk(handoff, contracts).toWork();

        handoff.complete("execution-owner", "work_quarter", progress("33"));

        assertThat(runtime.getVariable(handoff.process(ProcessKeys.PHASED_WORK).getId(), "shareDone"))
                .isEqualTo(33);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "33d", "1e1", " 33 ", "3,5", "33.5", "a third"})
    void whatIsNoWholeNumberIsRefusedWithTheFieldAndTheRemedy(String typed) {
        new Walk(handoff, contracts).toWork();

        assertThatThrownBy(() -> handoff.complete("execution-owner", "work_quarter", progress(typed)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("How much is done?")
                .hasMessageMatching("(?s).*(write digits only|leave the fraction out).*");
    }

    @Test
    void aFractionWhereTheFormAsksForAWholeNumberIsRefusedAlsoAsANumber() {
        new Walk(handoff, contracts).toWork();

        assertThatThrownBy(() -> handoff.complete("execution-owner", "work_quarter", progress(33.5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("leave the fraction out");
    }

    @Test
    void theRangeHoldsForWhatIsTyped() {
        new Walk(handoff, contracts).toWork();

        assertThatThrownBy(() -> handoff.complete("execution-owner", "work_quarter", progress("101")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2027", "2027-02-29", "2027-3-4", "tomorrow", "2027-03-04T00:00"})
    void whatIsNoDayIsRefused(String typed) {
        var variables = new HashMap<>(Brief.facts());
        variables.put("launchDate", typed);

        assertThatThrownBy(() -> handoff.start("strategist", Walk.MODEL, variables))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(typed)
                .hasMessageContaining("year-month-day, such as 2027-03-31");
    }

    private static Map<String, Object> progress(Object share) {
        return Map.of("progressAligned", "yes", "progressOnTime", "yes", "shareDone", share);
    }
}
