package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.web.Integrator.Answer;
import java.util.ArrayList;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a task asks, and answering it, without reading a form. */
class TasksTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Test
    void whatIsAssignedComesFirstAndEveryTaskIsOnSomePage() {
        var person = newcomer("legal");
        var loose = new ArrayList<String>();
        for (var number = 0; number < 205; number++) {
            loose.add(standalone(null, person));
        }
        standalone("legal", null);
        var mine = tasks.createTaskQuery().taskAssignee(person).count();

        var seen = new ArrayList<String>();
        var total = 0;
        for (var page = 0; page == 0 || seen.size() < total; page++) {
            var answer = as(person).get("/api/tasks?size=100&page=" + page).json();
            total = answer.path("total").asInt();
            assertThat(answer.path("items")).isNotEmpty();
            seen.addAll(answer.path("items").findValuesAsText("id"));
        }
        loose.forEach(id -> tasks.deleteTask(id, true));

        assertThat(seen).doesNotHaveDuplicates().hasSize(total).containsAll(loose);
        assertThat(seen.subList(0, (int) mine)).containsExactlyInAnyOrderElementsOf(loose);
        assertThat(total).isGreaterThan(205);
    }

    private String standalone(@Nullable String group, @Nullable String person) {
        var task = tasks.newTask();
        task.setName("Read the contract");
        task.setAssignee(person);
        tasks.saveTask(task);
        if (group != null) {
            tasks.addCandidateGroup(task.getId(), group);
        }
        return task.getId();
    }

    @Test
    void aTaskOfNoProcessIsReadAndCompletedAsEverywhere() {
        var task = standalone(null, "strategist");

        assertThat(as("strategist")
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .status())
                .isEqualTo(200);
        assertThat(as("strategist")
                        .get("/api/tasks/" + task)
                        .json()
                        .path("task")
                        .path("name")
                        .asText())
                .isEqualTo("Read the contract");
        assertThat(as("strategist").post("/api/tasks/" + task, "{}").status()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void aTaskSaysWhatItAsksWithPlacesChoicesAndRules() {
        var task = toWrite();

        var asked = as("strategist").get("/api/tasks/" + task).json();

        assertThat(asked.path("task").path("node").asText()).isEqualTo("write_documents");
        var offer = question(asked, "packages.strategyBrief.offer");
        assertThat(offer.path("type").asText()).isEqualTo("text");
        assertThat(offer.path("value").asText()).isEqualTo("Every gift is matched until Friday");
        assertThat(offer.path("why").asText()).isNotBlank();
        assertThat(offer.path("example").asText()).isNotBlank();
        assertThat(asked.path("packages")).anySatisfy(shown -> {
            assertThat(shown.path("name").asText()).isEqualTo("strategyBrief");
            assertThat(shown.path("version").asInt()).isEqualTo(1);
            assertThat(shown.path("asked").asBoolean()).isTrue();
            assertThat(shown.path("document").path("offer").asText()).isEqualTo("Every gift is matched until Friday");
        });
        assertThat(asked.has("gaps")).as("before a gate has judged").isFalse();
        assertThat(asked.path("facts").path("campaign").asText()).isEqualTo("Year-end giving drive");
    }

    @Test
    void aReviewSaysItsChoicesAndWhenTheReasonIsAsked() {
        var task = toReview();

        var asked = as("manager").get("/api/tasks/" + task).json();

        var decision = question(asked, "answers.decision");
        assertThat(decision.path("type").asText()).isEqualTo("choice");
        assertThat(decision.path("required").asBoolean()).isTrue();
        assertThat(decision.path("choices").findValuesAsText("value"))
                .containsExactly("approved", "changes", "rejected");
        assertThat(decision.path("why").asText()).contains("within 48 hours");
        assertThat(question(asked, "answers.reason").path("hiddenWhen").path(0).asText())
                .isEqualTo("decision != \"changes\" and decision != \"rejected\"");
        assertThat(asked.path("packages"))
                .allSatisfy(shown -> assertThat(shown.path("asked").asBoolean()).isFalse());
    }

    @Test
    void afterAGateTheTaskTellsWhatIsMissing() {
        var handoff = handoffOf(toWrite());
        answered("strategist", task(handoff), "{}");

        var asked = as("strategist").get("/api/tasks/" + task(handoff)).json();

        assertThat(asked.path("task").path("node").asText()).isEqualTo("complete_documents");
        assertThat(asked.path("gaps"))
                .anySatisfy(gap -> assertThat(gap.path("packageName").asText() + "."
                                + gap.path("field").asText())
                        .isEqualTo("strategyBrief.objective"));
    }

    @Test
    void anAnswerReachesPackagesAndProcess() {
        var writing = toWrite();
        var handoff = handoffOf(writing);

        answered(
                "strategist",
                writing,
                "{\"packages\": {\"strategyBrief\": {\"whyNow\": \"The year ends\"}}, \"versions\": {\"strategyBrief\": 1}}");

        var brief = as("strategist").get("/api/handoffs/%s/packages/strategyBrief".formatted(handoff));
        assertThat(brief.text("whyNow")).isEqualTo("The year ends");
        assertThat(brief.text("offer")).isEqualTo("Every gift is matched until Friday");
        assertThat(brief.header("ETag")).isEqualTo("\"2\"");

        var reviewed = toReview();
        var reviewedHandoff = handoffOf(reviewed);
        answered(
                "manager",
                reviewed,
                "{\"answers\": {\"decision\": \"changes\", \"reason\": \"The offer has no end.\"}}");
        var gone = as("strategist").get("/api/handoffs/" + reviewedHandoff).json();
        assertThat(gone.path("holders").path(0).path("node").asText()).isEqualTo("complete_documents");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAtItsPlaceAndNothingIsKept() {
        var review = toReview();

        var wrong = as("manager")
                .post(
                        "/api/tasks/" + review,
                        "{\"answers\": {\"decision\": \"maybe\", \"raeson\": \"x\"}, \"packages\": {\"strategyBrief\": {}}}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.wrongFields())
                .containsExactlyInAnyOrder("answers.decision", "answers.raeson", "packages.strategyBrief");

        var writing = toWrite();
        var fields = as("strategist")
                .post(
                        "/api/tasks/" + writing,
                        "{\"answers\": {\"decision\": \"x\"}, \"packages\": {\"strategyBrief\": {\"ofer\": \"x\", \"whyNow\": \"y\"}}}");
        assertThat(fields.status()).isEqualTo(400);
        assertThat(fields.wrongFields()).containsExactlyInAnyOrder("answers.decision", "packages.strategyBrief.ofer");
        assertThat(as("strategist")
                        .get("/api/handoffs/%s/packages/strategyBrief".formatted(handoffOf(writing)))
                        .header("ETag"))
                .isEqualTo("\"1\"");

        for (var misplaced : new String[] {
            "{\"packages\": {\"strategyBreif\": {}}}",
            "{\"packages\": {\"strategyBrief\": [\"x\"]}}",
            "{\"answers\": {\"strategyBrief\": {}}}",
            "{\"answers\": {\"shownVersions\": {}}}",
            "{\"variables\": {}}",
            "{\"answers\": {\"x\": 99999999999999999999}}"
        }) {
            assertThat(as("strategist").post("/api/tasks/" + writing, misplaced).status())
                    .as(misplaced)
                    .isEqualTo(400);
        }
    }

    @Test
    void aFieldThatSomebodyElseChangedTooIsAConflict() {
        var writing = toWrite();
        var brief = "/api/handoffs/%s/packages/strategyBrief".formatted(handoffOf(writing));
        as("manager").patch(brief, "{\"offer\": \"Every gift is doubled\"}", "If-Match", "\"1\"");

        var late = as("strategist")
                .post(
                        "/api/tasks/" + writing,
                        "{\"packages\": {\"strategyBrief\": {\"offer\": \"None\"}}, \"versions\": {\"strategyBrief\": 1}}");

        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(late.wrongFields()).containsExactly("packages.strategyBrief.offer");
    }

    @Test
    void aTaskThatIsGoneSaysWhoHoldsItNowToThoseWhoMayKnow() {
        var writing = toWrite();
        answered("strategist", writing, "{}");

        var late = as("strategist").post("/api/tasks/" + writing, "{}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("detail")).contains("has moved on", "is with");
        assertThat(as("strategist").get("/api/tasks/" + writing).status()).isEqualTo(404);
        var stranger = as(newcomer("partner")).post("/api/tasks/" + writing, "{}");
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.toString()).doesNotContain("moved on");
        assertThat(as("strategist").post("/api/tasks/nothing", "{}").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoeverMayWorkOnATaskAnswersIt() {
        var writing = toWrite();

        var partner = newcomer("partner");
        assertThat(as(partner).get("/api/tasks/" + writing).status()).isEqualTo(404);
        assertThat(as(partner).post("/api/tasks/" + writing, "{}").status()).isEqualTo(404);
        var stakeholder = newcomer("stakeholder");
        assertThat(as(stakeholder).get("/api/tasks/" + writing).status()).isEqualTo(200);
        assertThat(as(stakeholder).post("/api/tasks/" + writing, "{}").status()).isEqualTo(403);
        assertThat(as("strategist").get("/api/tasks/" + writing).status()).isEqualTo(200);

        var invited = newcomer("partner");
        tasks.setAssignee(writing, invited);
        assertThat(as(invited).get("/api/tasks/" + writing).status()).isEqualTo(200);
        answered(invited, writing, "{}");
    }

    @Test
    void aSuspendedTaskTakesNoAnswer() {
        var writing = toWrite();
        var instance = open(writing).getProcessInstanceId();
        runtime.suspendProcessInstanceById(instance);

        var refused = as("strategist").post("/api/tasks/" + writing, "{}");
        runtime.activateProcessInstanceById(instance);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("suspended");
    }

    private static JsonNode question(JsonNode asked, String field) {
        for (var question : asked.path("questions")) {
            if (question.path("field").asText().equals(field)) {
                return question;
            }
        }
        throw new AssertionError(
                field + " is none of " + asked.path("questions").findValuesAsText("field"));
    }

    private void answered(String who, String task, String body) {
        Answer done = as(who).post("/api/tasks/" + task, body);
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
    }

    private String toWrite() {
        return task(started(Requests.incomplete(Requests.newKey())));
    }

    private String toReview() {
        var handoff = started(Requests.complete(Requests.newKey()));
        answered("strategist", task(handoff), "{}");
        return task(handoff);
    }

    private String task(String handoff) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(handoff)
                .singleResult()
                .getId();
    }

    private Task open(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult();
    }

    private String handoffOf(String task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(open(task).getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
