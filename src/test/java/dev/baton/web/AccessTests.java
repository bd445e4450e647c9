package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessTests extends ApiTests {

    private static final String REASON = "{\"reason\": \"The client has postponed it.\"}";

    @Autowired
    private TaskService tasks;

    @Test
    void searchingForAnotherPersonShowsAPartnerNothingMore() {
        var partner = newcomer("partner");
        started(Requests.incomplete(Requests.newKey()));

        var found = as(partner).get("/api/handoffs?person=strategist");

        assertThat(found.json().path("total").asInt()).as(found.toString()).isZero();
    }

    @Test
    void holdingATaskShowsItsHandoffToAPartnerWhomTheTeamDoesNotName() {
        var partner = newcomer("partner");
        var handoff = started(Requests.incomplete(Requests.newKey()));
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        tasks.setAssignee(task.getId(), partner);

        assertThat(ids(as(partner))).containsExactly(handoff);
        assertThat(as(partner).get("/api/handoffs/" + handoff).status()).isEqualTo(200);
    }

    @Test
    void onlyItsPeopleAndThoseInChargeCancelAHandoff() {
        var member = newcomer("production");
        for (var who : new String[] {member, "ruth", "strategist", "manager", "operations", "admin"}) {
            var body = Requests.incomplete(Requests.newKey());
            body.withObject("/team").put("production", member);
            var handoff = started(body);

            var other = as("analyst").post("/api/handoffs/" + handoff + "/cancel", REASON);
            var cancelled = as(who).post("/api/handoffs/" + handoff + "/cancel", REASON);

            assertThat(other.status()).as(other.toString()).isEqualTo(403);
            assertThat(cancelled.status()).as(who + ": " + cancelled).isEqualTo(200);
            assertThat(cancelled.text("status")).isEqualTo("cancelled");
            assertThat(cancelled.json().path("holders")).isEmpty();
        }
    }

    @Test
    void theJournalNamesWhoCancelledAndWhy() {
        var handoff = started(Requests.incomplete(Requests.newKey()));
        as("manager").post("/api/handoffs/" + handoff + "/cancel", REASON);

        var events = as("manager")
                .get("/api/handoffs/" + handoff + "/journal")
                .json()
                .path("items");

        assertThat(events).anySatisfy(event -> {
            assertThat(event.path("kind").asText()).isEqualTo("cancelled");
            assertThat(event.path("who").asText()).isEqualTo("manager");
            assertThat(event.path("detail").path("reason").asText()).isEqualTo("The client has postponed it.");
        });
    }

    @Test
    void whatIsOverCannotBeCancelledAgain() {
        var handoff = started(Requests.incomplete(Requests.newKey()));
        as("manager").post("/api/handoffs/" + handoff + "/cancel", REASON);

        var again = as("manager").post("/api/handoffs/" + handoff + "/cancel", REASON);

        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(again.text("detail")).contains("is over");
    }

    @Test
    void ofThoseWhoCancelAtTheSameMomentOneDoesAndTheOthersAreTold() throws Exception {
        people.named("manager");
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var round = 0; round < 10; round++) {
                var handoff = started(Requests.incomplete(Requests.newKey()));
                var answers = IntStream.range(0, 4)
                        .mapToObj(one -> threads.submit(
                                () -> as("manager").post("/api/handoffs/" + handoff + "/cancel", REASON)))
                        .toList();
                var statuses = new ArrayList<Integer>();
                for (var answer : answers) {
                    statuses.add(answer.get().status());
                }
                assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> ids(Integrator integrator) {
        return integrator
                .get("/api/handoffs?open=true&size=200")
                .json()
                .path("items")
                .findValuesAsText("id");
    }
}
