package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What operations do to a running handoff stands in its journal, with who and what. */
@ServiceTest
class InterventionsTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    private String handoff = "";

    @BeforeEach
    void anApprovalThatWaitsForItsCreator() {
        people.named("olga", "operations");
        handoff = started(Requests.approval(Requests.newKey()));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private List<JsonNode> interventions(String who) {
        return events(who, handoff, "intervened");
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

    @Test
    void aBatchIsToldInTheNameOfWhoStartedIt() {
        run("process-instance/variables-async", senderRole("strategist"));
        run("process-instance/variables-async", senderRole("manager"));

        assertThat(interventions("strategist")).hasSize(2).last().satisfies(event -> {
            assertThat(event.path("who").asText()).isEqualTo("admin");
            assertThat(event.path("detail").path("operation").asText()).isEqualTo("set-variable");
            assertThat(event.path("detail").path("property").asText()).isEqualTo("senderRole");
            assertThat(event.path("detail").path("from").asText()).isEqualTo("strategist");
            assertThat(event.path("detail").path("to").asText()).isEqualTo("manager");
        });
    }

    private String senderRole(String role) {
        return """
                {"processInstanceIds": ["%s"], "variables": {"senderRole": {"value": "%s", "type": "String"}}}""".formatted(task().getProcessInstanceId(), role);
    }

    @ParameterizedTest
    @CsvSource({"launchDate, PATCH", "strategyBrief, PATCH", "gateDecision, corrected by hand"})
    void aBatchWritesNothingThatHasAHome(String name, String remedy) {
        var batch = start("process-instance/variables-async", """
                {"processInstanceIds": ["%s"], "variables": {"%s": {"value": "x", "type": "String"}}}""".formatted(task().getProcessInstanceId(), name));

        assertThatThrownBy(() -> runBatch(batch)).hasMessageContaining(name).hasMessageContaining(remedy);
        assertThat(interventions("strategist")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"The client has gone., The client has gone.", "none, The process was deleted from outside."})
    void whoDeletesSaysWhy(String given, String told) {
        run("process-instance/delete", """
                {"processInstanceIds": ["%s"], "deleteReason": %s}""".formatted(
                        task().getProcessInstanceId(), given == null ? null : "\"" + given + "\""));

        assertThat(events("strategist", handoff, "cancelled")).hasSize(1).allSatisfy(event -> {
            assertThat(event.path("who").asText()).isEqualTo("admin");
            assertThat(event.path("detail").path("reason").asText()).isEqualTo(told);
        });
    }

    @Test
    void whatEndedIsNotRestartedWithoutTheAnswersOfAStart() {
        var instance = task().getProcessInstanceId();
        var definition = task().getProcessDefinitionId();
        assertThat(as("admin")
                        .send("DELETE", "/engine-rest/process-instance/" + instance, new byte[0])
                        .status())
                .isEqualTo(204);

        var answer = as("admin")
                .post("/engine-rest/process-definition/%s/restart".formatted(definition), """
                        {"processInstanceIds": ["%s"], "instructions": [
                          {"type": "startBeforeActivity", "activityId": "review_strategicFit"}]}""".formatted(instance));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("Name the campaign");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(handoff).list())
                .extracting(Task::getTaskDefinitionKey)
                .containsOnly("read_ending");
    }

    private void run(String path, String body) {
        runBatch(start(path, body));
    }

    private String start(String path, String body) {
        var answer = as("admin").post("/engine-rest/" + path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text("id");
    }
}
