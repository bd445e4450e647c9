package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.ServiceTest;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever leads a handoff past a gate or an approval is seen to have done so. */
@ServiceTest
class JumpsTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNREVIEWED = "advanced unreviewed";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    private String handoff = "";

    @BeforeEach
    void hireOperations() {
        people.named("olga", "operations");
    }

    @Test
    void pastTheGateToTheWork() {
        atTheBriefWithGaps();

        jump("startBeforeActivity", "work_inPhases");

        var jumped = jumps("strategist").get(0);
        assertThat(jumped.path("who").asText()).isEqualTo("olga");
        assertThat(jumped.path("node").asText()).isEqualTo("work_inPhases");
        assertThat(jumped.path("detail").path("name").asText()).isEqualTo("Do the work in quarters");
        assertThat(jumped.path("detail").path("process").asText()).isEqualTo("documentation-first-handoff");
        assertThat(skipped(jumped)).containsExactly("briefing_ofHandoff");
        assertThat(jumped.path("detail").path("skipped").findValuesAsText("name"))
                .containsExactly("Brief execution");
        assertThat(status()).isEqualTo(UNREVIEWED);
        var watcher = newcomer("stakeholder");
        assertThat(jumps(watcher)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "startBeforeActivity, review_brief, gate_briefComplete",
        "startTransition, flow_contextComplete, gate_briefComplete",
        "startTransition, flow_transferAccepted, gate_briefComplete review_brief transfer_toExecution",
        "startAfterActivity, work_inPhases, briefing_ofHandoff work_inPhases",
    })
    void pastTheGateThatFoundGaps(String type, String target, String skipped) {
        atTheBriefWithGaps();

        jump(type, target);

        assertThat(skipped(jumps("strategist").get(0))).containsExactlyInAnyOrder(skipped.split(" "));
        assertThat(status()).isEqualTo(UNREVIEWED);
    }

    @Test
    void pastAReviewAndBackAgain() {
        atTheBriefReview();

        jump("startBeforeActivity", "transfer_toExecution");
        assertThat(skipped(jumps("strategist").get(0))).containsExactly("review_brief");
        assertThat(status()).isEqualTo(UNREVIEWED);

        jump("startBeforeActivity", "review_brief");
        assertThat(jumps("strategist")).hasSize(1);
        assertThat(status()).isEqualTo("in review");
    }

    @ParameterizedTest
    @CsvSource({"write_documents", "complete_documents", "gate_briefComplete", "review_brief"})
    void backToWhereItWasIsNoJump(String node) {
        atTheBriefReview();

        jump("startBeforeActivity", node);

        assertThat(jumps("strategist")).isEmpty();
        assertThat(status()).isNotEqualTo(UNREVIEWED);
    }

    @Test
    void insideTheWork() {
        atTheBriefReview();
        jump("startBeforeActivity", "work_inPhases");
        assertThat(skipped(jumps("strategist").get(0))).containsExactly("briefing_ofHandoff");

        jump("startBeforeActivity", "review_concept");

        assertThat(skipped(jumps("strategist").get(1))).contains("review_progress");
        assertThat(status()).isEqualTo(UNREVIEWED);
    }

    @Test
    void anApprovalOfItsOwn() {
        handoff = started(Requests.approval(Requests.newKey()));

        jump("startBeforeActivity", "review_finalApproval");

        assertThat(skipped(jumps("strategist").get(0))).containsExactlyInAnyOrder("review_self", "review_strategicFit");
        assertThat(status()).isEqualTo(UNREVIEWED);
    }

    @Test
    void byABatchInTheNameOfWhoStartedIt() {
        atTheBriefReview();
        var instance = instance("transfer_toExecution");

        var answer = as("olga").post("/engine-rest/modification/executeAsync", """
                        {"processDefinitionId": "%s", "processInstanceIds": ["%s"], "instructions": [
                          {"type": "startBeforeActivity", "activityId": "transfer_toExecution"},
                          {"type": "cancel", "activityId": "review_brief", "cancelCurrentActiveActivityInstances": true}]}
                        """.formatted(
                        runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getProcessDefinitionId(),
                        instance));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        runBatch(answer.text("id"));

        assertThat(jumps("strategist")).hasSize(1).allSatisfy(event -> {
            assertThat(event.path("who").asText()).isEqualTo("olga");
            assertThat(skipped(event)).containsExactly("review_brief");
        });
        assertThat(events("strategist", handoff, "intervened")).hasSize(1).allSatisfy(event -> {
            assertThat(event.path("who").asText()).isEqualTo("olga");
            assertThat(event.path("detail").path("operation").asText()).isEqualTo("modify-process-instance");
        });
        assertThat(status()).isEqualTo(UNREVIEWED);
    }

    /** The example's documents are submitted as far as they go: the gate judges them. */
    private void atTheBriefReview() {
        handoff = started(Requests.complete(Requests.newKey()));
        writeDocuments();
        assertThat(open()).containsExactly("review_brief");
    }

    private void atTheBriefWithGaps() {
        handoff = started(Requests.incomplete(Requests.newKey()));
        writeDocuments();
        assertThat(open()).containsExactly("complete_documents");
    }

    private void writeDocuments() {
        tasks.createTaskQuery().processInstanceBusinessKey(handoff).taskDefinitionKey("write_documents").list().stream()
                .map(task -> task.getId())
                .forEach(tasks::complete);
    }

    private List<String> open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    /** Leaves everything that is open in the process that has the target, and goes there. */
    private void jump(String type, String target) {
        var instance = instance(target);
        var instructions = JSON.createArrayNode();
        instructions
                .addObject()
                .put("type", type)
                .put(type.equals("startTransition") ? "transitionId" : "activityId", target);
        open(runtime.getActivityInstance(instance))
                .forEach(activity ->
                        instructions.addObject().put("type", "cancel").put("activityInstanceId", activity.getId()));
        var body = JSON.createObjectNode();
        body.set("instructions", instructions);
        var answer =
                as("olga").post("/engine-rest/process-instance/%s/modification".formatted(instance), body.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private static Stream<ActivityInstance> open(ActivityInstance activity) {
        return activity.getChildActivityInstances().length == 0
                ? Stream.of(activity)
                : Stream.of(activity.getChildActivityInstances()).flatMap(JumpsTests::open);
    }

    /** The process of the handoff that has this node or flow. */
    private String instance(String element) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(handoff).list().stream()
                .filter(one -> repository
                                .getBpmnModelInstance(one.getProcessDefinitionId())
                                .getModelElementById(element)
                        != null)
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private String status() {
        return as("strategist").get("/api/handoffs/" + handoff).text("status");
    }

    private List<JsonNode> jumps(String who) {
        return events(who, handoff, "jumped");
    }

    private static List<String> skipped(JsonNode jumped) {
        return jumped.path("detail").path("skipped").findValuesAsText("node");
    }
}
