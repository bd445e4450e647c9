package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What operations do to a running handoff stands in its journal, with who and what. */
@ServiceTest
class InterventionsTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    private String handoff = "";

    @BeforeEach
    void anApprovalThatWaitsForItsCreator() {
        people.named("olga", "operations");
        handoff = started(Requests.approval(Requests.newKey()));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private JsonNode[] interventions(String who) {
        return StreamSupport.stream(
                        as(who).get("/api/handoffs/%s/journal".formatted(handoff))
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(event -> event.path("kind").asText().equals("intervened"))
                .toArray(JsonNode[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | process-instance/{instance}/suspended | {\"suspended\": true} | suspend",
                "PUT  | job/{job}/retries | {\"retries\": 7} | set-job-retries",
                "PUT  | job/{job}/suspended | {\"suspended\": true} | suspend-job",
                "POST | task/{task}/assignee | {\"userId\": \"olga\"} | assign",
                "POST | task/{task}/identity-links | {\"groupId\": \"legal\", \"type\": \"candidate\"} | add-group-link",
                "PUT  | process-instance/{instance}/variables/senderRole | {\"value\": \"manager\"} | set-variable",
                "POST | process-instance/{instance}/modification | {\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"review_strategicFit\"}]} | modify-process-instance",
            })
    void itStandsInTheJournal(String method, String path, String body, String operation) {
        var instance = task().getProcessInstanceId();
        var job = management.createJobQuery().processInstanceId(instance).singleResult();

        var answer = as("olga")
                .send(
                        method,
                        "/engine-rest/"
                                + path.replace("{instance}", instance)
                                        .replace("{task}", task().getId())
                                        .replace("{job}", job.getId()),
                        body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        assertThat(interventions("strategist")).hasSize(1).allSatisfy(event -> {
            assertThat(event.path("who").asText()).isEqualTo("olga");
            assertThat(event.path("detail").path("operation").asText()).isEqualTo(operation);
            assertThat(event.path("detail").path("process").asText()).isEqualTo("approval");
        });
        var watcher = newcomer("stakeholder");
        assertThat(interventions(watcher)).isEmpty();
    }
}
