package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.handoff.FactsChanged;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Story;
import dev.baton.harness.Walk;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Duties;
import dev.baton.people.Raci;
import dev.baton.process.NotAllowed;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who answers for which deliverable is said in a form: people from a list, deliverables as the brief names them. */
@ServiceTest
class DutiesOfDeliverablesTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private DeployedContracts contracts;

    @BeforeEach
    void brief() {
        people.named("ruth", "final-approver");
        people.named("ben", "execution-owner");
        people.named("lena", "production");
        new Walk(handoff, contracts).toBriefReview();
    }

    @Test
    void eachDeliverableGetsItsPeople() {
        name(Map.of("deliverableConsulted", List.of("ruth")));
        name(Map.of("deliverable", "Donate page banner", "deliverableAccountable", "lena"));

        assertThat(duties("Drive email")).isEqualTo(new Duties("ben", List.of("lena"), List.of("ruth"), List.of()));
        assertThat(duties("Donate page banner")).isEqualTo(new Duties("lena", List.of("lena"), List.of(), List.of()));
        assertThat(facts().accountable()).contains("ruth");
        assertThat(new Story(journal, handoff.key()).of(FactsChanged.class))
                .extracting(event -> event.detail().get("reason"))
                .containsExactly(
                        "Who answers for “Drive email” is named.", "Who answers for “Donate page banner” is named.");
    }

    @Test
    void whatIsSaidLaterReplacesWhatWasSaidOfTheSameDeliverable() {
        name(Map.of("deliverableInformed", List.of("ruth")));

        name(Map.of("deliverable", "drive EMAIL", "deliverableAccountable", "lena"));

        assertThat(duties("Drive email")).isEqualTo(new Duties("lena", List.of("lena"), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deliverable            | Poster | The brief orders no “Poster”: write one of “Web and newsletter ad”, “Donate page banner”, “Drive email”.
            deliverable            |        | "Which deliverable?" needs an answer.
            deliverableAccountable |        | "Accountable" needs an answer.
            deliverableAccountable | nobody | nobody
            deliverableResponsible |        | "Responsible" needs an answer.
            """)
    void whatIsMissingOrUnknownIsRefusedByName(String field, String value, String message) {
        var refused = catchThrowableOfType(Refusal.class, () -> {
            var wrong = new HashMap<String, Object>();
            wrong.put(field, value);
            name(wrong);
        });

        assertThat(refused.fields()).extracting(FieldError::field).containsExactly(field);
        assertThat(refused.fields().get(0).message()).contains(message);
        assertThat(facts().raci()).doesNotContainKey("deliverables");
    }

    @Test
    void whoeverTakesNoPartNamesNobodyAndHearsNothingOfTheBrief() {
        people.named("salim", "sales");

        assertThat(catchThrowable(() -> act("salim", answers(Map.of("deliverable", "Poster")))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageNotContaining("Drive email");
        assertThat(facts().raci()).doesNotContainKey("deliverables");
    }

    private void name(Map<String, ?> changes) {
        act("strategist", answers(changes));
    }

    private Map<String, Object> answers(Map<String, ?> changes) {
        var answers = new HashMap<String, Object>(Map.of(
                "handoff", handoff.key(),
                "action", "duties",
                "deliverable", "Drive email",
                "deliverableAccountable", "ben",
                "deliverableResponsible", List.of("lena")));
        answers.putAll(changes);
        return answers;
    }

    private void act(String who, Map<String, Object> answers) {
        handoff.startAs(who, ProcessKeys.ACTION, null, answers);
    }

    private @Nullable Duties duties(String deliverable) {
        return Raci.parse(Json.MAPPER.valueToTree(facts().raci()))
                .deliverables()
                .get(deliverable);
    }

    private HandoffFacts facts() {
        return journal.facts(handoff.key()).orElseThrow();
    }
}
