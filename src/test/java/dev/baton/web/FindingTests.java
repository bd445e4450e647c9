package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        body.putObject("team").put("production", member);
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
            body.putObject("team").put("production", member);
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
        assertThat(task.path("gaps").asInt()).isZero();
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
        assertThat(standing.text("nextDeadline"))
                .isNotBlank()
                .isEqualTo(task.path("deadline").asText());
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
