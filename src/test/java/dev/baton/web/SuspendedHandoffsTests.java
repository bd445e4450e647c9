package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.BrokenDiagrams;
import dev.baton.harness.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A suspended handoff says so wherever somebody looks or acts, and nothing that ended is booked as cancelled. */
@ServiceTest
class SuspendedHandoffsTests extends ApiTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    private String handoff = "";

    @BeforeEach
    void anApprovalThatWaitsForItsCreator() {
        people.named("olga", "operations");
        handoff = started(Requests.approval(Requests.newKey()));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private void suspended(boolean suspended) {
        var answer = as("olga")
                .send(
                        "PUT",
                        "/engine-rest/process-instance/%s/suspended".formatted(task().getProcessInstanceId()),
                        "{\"suspended\": %s}".formatted(suspended).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private Integrator.Answer details() {
        return as("strategist").get("/api/handoffs/" + handoff);
    }

    @Test
    void itSaysSoInItsDetailsInListsAndInTasks() {
        var stood = details().text("status");

        suspended(true);

        assertThat(details().text("status")).isEqualTo("suspended");
        assertThat(details().text("goesOnAs")).isEqualTo(stood);
        assertThat(details().json().path("holders").path(0).path("suspended").asBoolean())
                .isTrue();
        assertThat(as("strategist").get("/api/handoffs?status=suspended").json().findValuesAsText("id"))
                .containsExactly(handoff);
        assertThat(as("strategist")
                        .get("/api/handoffs?size=200&status=" + stood.replace(' ', '-'))
                        .json()
                        .findValuesAsText("id"))
                .doesNotContain(handoff);
        assertThat(as("creative").get("/api/tasks").json().path("items"))
                .anySatisfy(task -> assertThat(task.path("handoff").asText() + task.path("suspended"))
                        .isEqualTo(handoff + "true"));

        suspended(false);
        assertThat(details().text("status")).isEqualTo(stood);
    }

    @Test
    void whoeverActsOnItReadsWhyNothingHappens() {
        suspended(true);

        for (var call : new String[] {"complete", "submit-form"}) {
            var answer = as("creative").post("/engine-rest/task/%s/%s".formatted(task().getId(), call), "{}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("message")).startsWith("Operations have suspended this handoff");
        }
        var facts = as("strategist").patch("/api/handoffs/" + handoff, "{\"reason\": \"x\", \"campaign\": \"Winter\"}");
        assertThat(facts.status()).as(facts.toString()).isEqualTo(409);
        assertThat(facts.text("detail")).contains("Operations have suspended this handoff");
        var document = as("strategist")
                .patch(
                        "/api/handoffs/%s/packages/creativeBrief".formatted(handoff),
                        "{\"primaryMessage\": \"You cook less and sell more.\"}",
                        "If-Match",
                        "\"0\"");
        assertThat(document.status()).as(document.toString()).isEqualTo(409);
        var stop = as("strategist").post("/api/handoffs/%s/cancel".formatted(handoff), "{\"reason\": \"Postponed\"}");
        assertThat(stop.status()).as(stop.toString()).isEqualTo(409);
        assertThat(stop.text("detail")).contains("Operations have suspended this handoff");
    }

    @Test
    void whatItHasCalledIsSuspendedWithIt() {
        var model = started(Requests.complete(Requests.newKey()));
        var root = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(model)
                .rootProcessInstances()
                .singleResult();
        runtime.createProcessInstanceModification(root.getId())
                .startBeforeActivity("approval_ofWork")
                .execute();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(model)
                        .count())
                .isEqualTo(3);

        runtime.suspendProcessInstanceById(root.getId());
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(model)
                        .active()
                        .count())
                .isZero();

        runtime.activateProcessInstanceById(root.getId());
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(model)
                        .suspended()
                        .count())
                .isZero();
    }

    @Test
    void whatEndsWithoutSayingHowHasEnded() {
        try (var broken = new BrokenDiagrams(engine, jdbc)) {
            broken.deploy(
                    "autumn-model",
                    "<bpmn:userTask id='first' /><bpmn:sequenceFlow id='out' sourceRef='first' targetRef='end' /><bpmn:endEvent id='end' />");
            var key = Requests.newKey();
            runtime.startProcessInstanceByKey(
                    "autumn-model", key, Map.of("campaign", "Autumn", "complexity", "simple"));
            tasks.complete(tasks.createTaskQuery()
                    .processInstanceBusinessKey(key)
                    .singleResult()
                    .getId());

            var ended = as("strategist").get("/api/handoffs/" + key);
            assertThat(ended.text("status")).isEqualTo("ended");
            assertThat(ended.text("outcome")).isEqualTo("ended");
        }
    }

    @Test
    void whatIsDeletedIsCancelled() {
        runtime.deleteProcessInstance(task().getProcessInstanceId(), "by mistake");

        assertThat(details().text("status")).isEqualTo("cancelled");
    }
}
