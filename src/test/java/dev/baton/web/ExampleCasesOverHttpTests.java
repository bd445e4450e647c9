package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.Brief;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import dev.baton.web.Integrator.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that once did harm, each held to its right answer. */
@ServiceTest
class ExampleCasesOverHttpTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Scenario handoff;

    @Autowired
    private DeployedContracts contracts;

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(
                Path.of("src/test/resources/examples/cases", name + ".json").toFile());
    }

    private Answer submit(String who, Task task, String name, Object value) {
        var body = JSON.createObjectNode();
        body.withObject("/variables").putObject(name).set("value", JSON.valueToTree(value));
        return as(who).post("/engine-rest/task/%s/submit-form".formatted(task.getId()), body.toString());
    }

    @Test
    void aTextIsNoNumberAndAFractionNoWholeOne() throws IOException {
        new Walk(handoff, contracts).toWork();
        var task = handoff.task("work_quarter");
        var share = example("number-as-text").path("shareDone");

        for (var list : new String[] {"accepted_as_text_without_position", "accepted_although_decimalDigits_0"}) {
            assertThat(share.path(list)).isNotEmpty().allSatisfy(value -> {
                var answer = submit("execution-owner", task, "shareDone", value);
                assertThat(answer.status()).as(value.toString()).isEqualTo(400);
                assertThat(answer.text("message")).containsPattern("is a (whole )?number");
            });
        }
        assertThat(handoff.task("work_quarter").getId()).isEqualTo(task.getId());
    }

    @Test
    void whatNobodyAskedForChangesNothing() throws IOException {
        handoff.start("strategist", Walk.MODEL, Brief.start());
        var task = handoff.task("write_documents");
        var before = as("strategist").get("/api/handoffs/" + handoff.key()).json();

        var sent = example("variables-nobody-asked")
                .properties()
                .iterator()
                .next()
                .getValue()
                .path("variables");
        assertThat(sent.properties()).isNotEmpty().allSatisfy(variable -> {
            var answer = submit(
                    "strategist", task, variable.getKey(), variable.getValue().path("value"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("message")).contains("\"" + variable.getKey() + "\"");
        });

        assertThat(as("strategist").get("/api/handoffs/" + handoff.key()).json())
                .isEqualTo(before);
    }

    @Test
    void aTaskGoesToNobodyWhoDoesNotExist() throws IOException {
        new Walk(handoff, contracts).toBriefReview();
        var task = handoff.task("review_brief");
        var body = example("assignee-that-does-not-exist")
                .properties()
                .iterator()
                .next()
                .getValue();

        var answer = as("operations").post("/engine-rest/task/%s/assignee".formatted(task.getId()), body.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).contains("\"Tom\"");
        assertThat(handoff.task("review_brief").getAssignee()).isEqualTo(task.getAssignee());
    }

    @Test
    void whatIsSuspendedSaysSo() throws IOException {
        new Walk(handoff, contracts).toBriefReview();
        var task = handoff.task("review_brief");
        var suspended = example("suspended-task-500")
                .properties()
                .iterator()
                .next()
                .getValue()
                .toString();
        as("operations")
                .send(
                        "PUT",
                        "/engine-rest/process-instance/%s/suspended".formatted(task.getProcessInstanceId()),
                        suspended.getBytes(StandardCharsets.UTF_8));

        var answer = submit("manager", task, "decision", "approved");

        assertThat(answer.status()).isBetween(400, 409);
        assertThat(answer.text("message")).contains("suspended");
    }

    @Test
    void aJumpOverTheGateStandsInTheJournal() throws IOException {
        handoff.start("strategist", Walk.MODEL, Brief.start());
        var instance = handoff.task("write_documents").getProcessInstanceId();
        var jump = example("modification-jumps-the-gate")
                .properties()
                .iterator()
                .next()
                .getValue()
                .toString();

        var answer = as("operations").post("/engine-rest/process-instance/%s/modification".formatted(instance), jump);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("'review_preLaunch' does not exist");

        var model = handoff.process(Walk.MODEL).getId();
        var today =
                jump.replace("review_preLaunch", "launch_ofCampaign").replace("write_documents", "briefing_ofHandoff");
        var done = as("operations").post("/engine-rest/process-instance/%s/modification".formatted(model), today);

        assertThat(done.status()).as(done.toString()).isEqualTo(204);
        assertThat(events("strategist", handoff.key(), "jumped")).isNotEmpty();
    }
}
