package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.harness.Scenario;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FindingTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    @Test
    void handoffsAreFoundByStatusModelCampaignPersonAndWhetherTheyRun() {
        var member = newcomer("production");
        var campaign = "Spring " + member;
        var body = Requests.incomplete(Requests.newKey()).put("campaign", campaign);
        body.withObject("/team").put("production", member);
        var handoff = started(body);

        for (var query : new String[] {
            "person=" + member,
            "person=" + member + "&status=draft&model=documentation-first-handoff&open=true",
            "campaign=" + campaign.toUpperCase(java.util.Locale.ROOT).replace(" ", "%20")
        }) {
            var found = as("sales").get("/api/handoffs?" + query).json();
            assertThat(found.path("items").findValuesAsText("id")).as(query).containsExactly(handoff);
            assertThat(found.path("total").asInt()).isEqualTo(1);
        }
        assertThat(as("sales")
                        .get("/api/handoffs?person=" + member + "&open=false")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void pagesAreSortedAndCounted() {
        var member = newcomer("production");
        for (var campaign : new String[] {"Bravo", "Alpha", "Charlie"}) {
            var body = Requests.incomplete(Requests.newKey()).put("campaign", campaign);
            body.withObject("/team").put("production", member);
            started(body);
        }

        var first = as("sales")
                .get("/api/handoffs?sort=campaign&size=2&person=" + member)
                .json();
        var second = as("sales")
                .get("/api/handoffs?sort=campaign&size=2&page=1&person=" + member)
                .json();

        assertThat(first.path("items").findValuesAsText("campaign")).containsExactly("Alpha", "Bravo");
        assertThat(second.path("items").findValuesAsText("campaign")).containsExactly("Charlie");
        assertThat(second.path("total").asInt()).isEqualTo(3);
    }

    @Test
    void myTasksAreMineAndMyGroupsWithDeadlineAndGaps() {
        var writer = newcomer("strategist");
        var mine = started(Requests.incomplete(Requests.newKey()));
        var other = started(Requests.incomplete(Requests.newKey()));
        var foreign = tasks.createTaskQuery().processInstanceBusinessKey(other).singleResult();
        tasks.setAssignee(foreign.getId(), newcomer("strategist"));

        var found = as(writer).get("/api/tasks").json().path("items");

        assertThat(found.findValuesAsText("handoff")).contains(mine).doesNotContain(other);
        var task = of(found, mine);
        assertThat(task.path("node").asText()).isEqualTo("write_documents");
        assertThat(task.path("campaign").asText()).isEqualTo("Year-end giving drive");
        assertThat(task.has("gaps")).as("before a gate has judged").isFalse();
        assertThat(task.path("link").asText()).isEqualTo("/api/handoffs/" + mine);

        tasks.complete(task.path("id").asText());
        var named = of(as(writer).get("/api/tasks").json().path("items"), mine);
        assertThat(named.path("node").asText()).isEqualTo("complete_documents");
        assertThat(named.path("gaps").asInt()).isPositive();
    }

    @Test
    void aReviewHasADeadlineInTheTaskListAndInTheHandoff() {
        var handoff = started(Requests.complete(Requests.newKey()));
        tasks.complete(tasks.createTaskQuery()
                .processInstanceBusinessKey(handoff)
                .singleResult()
                .getId());

        var standing = as("manager").get("/api/handoffs/" + handoff);
        var task = of(as("manager").get("/api/tasks").json().path("items"), handoff);

        assertThat(standing.text("status")).as(standing.toString()).isEqualTo("in review");
        assertThat(standing.json().path("gaps")).isEmpty();
        assertThat(standing.json().path("judgement").path("complete").asBoolean())
                .isTrue();
        assertThat(standing.text("nextDue"))
                .isNotBlank()
                .isEqualTo(task.path("due").asText());
    }

    @Test
    void beforeAGateHasJudgedNothingIsSaidOfCompletenessAndGaps() {
        var handoff = started(Requests.incomplete(Requests.newKey()));

        var standing = as("manager").get("/api/handoffs/" + handoff).json();
        assertThat(standing.has("completenessPercent")).isFalse();
        assertThat(standing.has("gaps")).isFalse();

        tasks.complete(tasks.createTaskQuery()
                .processInstanceBusinessKey(handoff)
                .singleResult()
                .getId());
        var judged = as("manager").get("/api/handoffs/" + handoff).json();
        assertThat(judged.path("completenessPercent").isInt()).isTrue();
        assertThat(judged.path("gaps")).isNotEmpty();
    }

    @Test
    void handoffsAreFoundByWhoHoldsThemWhoAnswersForThemTheirContractTheirDelayAndTheirLastChange() {
        var holder = newcomer("strategist");
        var accountable = newcomer("final-approver");
        var body = Requests.incomplete(Requests.newKey());
        body.withObject("/team").put("strategist", holder);
        body.withObject("/raci").put("accountable", accountable);
        var handoff = started(body);
        var transfer = Requests.newKey();
        new Crew(port).start(transfer);

        assertThat(found("holder=" + holder)).containsExactly(handoff);
        assertThat(found("holder=" + accountable)).isEmpty();
        assertThat(found("accountable=" + accountable)).containsExactly(handoff);
        assertThat(found("contract=strategy-to-creative")).contains(transfer).doesNotContain(handoff);
        assertThat(found("overdue=true&holder=" + holder)).isEmpty();
        assertThat(found("overdue=false&holder=" + holder)).containsExactly(handoff);

        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        tasks.setDueDate(task.getId(), Date.from(Scenario.now().minusSeconds(1)));
        assertThat(found("overdue=true&holder=" + holder)).containsExactly(handoff);
        assertThat(found("overdue=false&holder=" + holder)).isEmpty();

        var moment = Scenario.now();
        assertThat(found("accountable=" + accountable + "&updatedSince=" + moment.minusSeconds(60)))
                .containsExactly(handoff);
        assertThat(found("accountable=" + accountable + "&updatedSince=" + moment.plusSeconds(1)))
                .isEmpty();

        for (var wrong : new String[] {"contract=nothing", "updatedSince=yesterday", "overdue=perhaps"}) {
            assertThat(as("sales").get("/api/handoffs?" + wrong).wrongFields()).containsExactly(wrong.split("=", 2)[0]);
        }
    }

    private List<String> found(String query) {
        return as("sales").get("/api/handoffs?" + query).json().path("items").findValuesAsText("id");
    }

    @Test
    void listsOfAHandoffComeInPages() {
        var handoff = "/api/handoffs/" + started(Requests.incomplete(Requests.newKey()));
        var version =
                as("creative").patch(handoff + "/packages/strategyBrief", "{\"offer\": \"x\"}", "If-Match", "\"1\"");
        assertThat(version.status()).isEqualTo(200);

        for (var list : new String[] {"/journal", "/packages/strategyBrief/versions"}) {
            var whole = as("creative").get(handoff + list).json();
            var total = whole.path("items").size();
            assertThat(whole.path("total").asInt()).isEqualTo(total).isGreaterThan(1);
            var second = as("creative").get(handoff + list + "?page=1&size=1").json();
            assertThat(second.path("items")).containsExactly(whole.path("items").path(1));
            assertThat(second.path("total").asInt()).isEqualTo(total);
            assertThat(as("creative").get(handoff + list + "?size=0").wrongFields())
                    .containsExactly("size");
            assertThat(as("creative").get(handoff + list + "?page=-1").wrongFields())
                    .containsExactly("page");
        }
        assertThat(as("creative")
                        .get(handoff + "/decisions?page=3&size=2")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static JsonNode of(JsonNode tasks, String handoff) {
        for (var task : tasks) {
            if (task.path("handoff").asText().equals(handoff)) {
                return task;
            }
        }
        throw new AssertionError("No task of " + handoff + " in " + tasks);
    }
}
