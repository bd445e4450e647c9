package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** What an integrator hears from the engine's own REST API when a rule is broken: 400 and one sentence. */
@ServiceTest
class RefusalsOverHttpTests {

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private TestRestTemplate http;

    private Walk walk;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        walk = new Walk(handoff, contracts);
    }

    @Test
    void anUnknownDecisionIsAnsweredWithTheChoices() {
        walk.toBriefReview();
        var answer = post(
                "manager",
                "/engine-rest/task/" + handoff.task("review_brief").getId() + "/complete",
                Map.of("variables", Map.of("decision", Map.of("value", "maybe"))));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(message(answer)).startsWith("\"Your decision\" does not know \"maybe\"");
    }

    @Test
    void aStartWithoutBusinessKeyIsAnsweredWithTheRemedy() {
        var answer = post(
                "strategist",
                "/engine-rest/process-definition/key/" + Walk.MODEL + "/start",
                Map.of("variables", Map.of("campaign", Map.of("value", "Spring"))));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(message(answer)).contains("Give a business key").doesNotContain("Cannot instantiate");
    }

    @Test
    void aTaskThatHasMovedOnIsAnsweredWithWhoHoldsItNow() {
        walk.toBriefReview();
        var late = handoff.task("review_brief").getId();
        walk.approve("manager", "review_brief");

        var answer = post("manager", "/engine-rest/task/" + late + "/complete", Map.of());

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(message(answer)).contains("has moved on").contains("Check the substance");
    }

    private ResponseEntity<String> post(String who, String path, Map<String, ?> body) {
        return http.withBasicAuth(people.named(who), People.PASSWORD).postForEntity(path, body, String.class);
    }

    private static String message(ResponseEntity<String> answer) {
        try {
            JsonNode json = new ObjectMapper().readTree(answer.getBody());
            return json.path("message").asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
