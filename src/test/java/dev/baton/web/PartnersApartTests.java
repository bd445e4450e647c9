package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.handoff.Branches;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.PartnerWalk;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two partners of one hybrid handoff see neither each other nor what is said inside, whichever door they take. */
@OneDatabase
class PartnersApartTests extends ApiTests {

    private static final String SECRET = "Their last work was weak: check every link.";

    @Autowired
    private Scenario handoff;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Branches branches;

    @Autowired
    private TaskService tasks;

    private String petra = "";
    private String otto = "";
    private Scenario hers;
    private Scenario his;

    @BeforeEach
    void bothAreOnboarded() {
        petra = newcomer("partner");
        otto = newcomer("partner");
        var walk = new PartnerWalk(handoff, contracts, branches);
        walk.toPartners(petra, otto);
        hers = walk.branch(0);
        his = walk.branch(1);
        walk.writeOnboarding(hers);
        var checked = hers.task("review_quality");
        tasks.createComment(checked.getId(), checked.getProcessInstanceId(), SECRET);
        hers.complete("quality-owner", "review_quality", Map.of("decision", "changes", "reason", SECRET));
        hers.complete("manager", "complete_package", walk.form("onboardingPackage"));
        hers.complete("quality-owner", "review_quality", Map.of("decision", "approved"));
        walk.toFirstPoint(his, otto);
    }

    @Test
    void aPartnerFindsItsOwnBranchAlone() {
        assertThat(ids(petra, "/api/handoffs")).containsExactly(hers.key());
        assertThat(ids(otto, "/api/handoffs?campaign=year-end")).containsExactly(his.key());
        assertThat(ids(petra, "/api/handoffs?person=" + otto)).isEmpty();
        assertThat(as(petra).get("/api/tasks").json().path("items").findValuesAsText("handoff"))
                .containsOnly(hers.key());
    }

    @Test
    void whatIsNotItsOwnIsNotThere() {
        for (var hidden : List.of(handoff.key(), his.key())) {
            for (var path :
                    List.of("", "/journal", "/packages/onboardingPackage", "/packages/strategyBrief/versions")) {
                var answer = as(petra).get("/api/handoffs/" + hidden + path);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            }
        }
        var his = this.his.task("name_interfacePoint").getId();
        assertThat(as(petra).get("/engine-rest/task/" + his).status()).isEqualTo(404);
        assertThat(as(petra).get("/api/tasks/" + his).status()).isEqualTo(404);
    }

    @Test
    void nothingThatAPartnerReadsNamesAnotherTheHandoffBehindItOrAReasonFromInside() {
        var task = hers.task("receive_handoff");
        for (var path : List.of(
                "/api/handoffs",
                "/api/handoffs/" + hers.key(),
                "/api/handoffs/" + hers.key() + "/journal",
                "/api/handoffs/" + hers.key() + "/packages/onboardingPackage",
                "/api/events?limit=200",
                "/api/tasks",
                "/api/tasks/" + task.getId(),
                "/engine-rest/task",
                "/engine-rest/task/" + task.getId() + "/variables",
                "/engine-rest/task/" + task.getId() + "/form-variables",
                "/engine-rest/task/" + task.getId() + "/comment",
                "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/comment",
                "/engine-rest/process-instance",
                "/engine-rest/variable-instance",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/process-instance",
                "/engine-rest/history/detail")) {
            assertThat(as(petra).get(path).toString())
                    .as(path)
                    .doesNotContain(otto)
                    .doesNotContain(his.key())
                    .doesNotContain(handoff.key())
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void thePeopleInsideFindEachBranchFromItsHandoffAndBack() {
        var trunk = as("manager").get("/api/handoffs/" + handoff.key()).json();
        var branch = as("manager").get("/api/handoffs/" + hers.key()).json();

        assertThat(trunk.path("branches")).extracting(one -> one.asText()).containsExactly(hers.key(), his.key());
        assertThat(trunk.has("branchOf")).isFalse();
        assertThat(branch.path("branchOf").asText()).isEqualTo(handoff.key());
        assertThat(events("manager", hers.key(), "quality-returned"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("detail").path("reason").asText()).isEqualTo(SECRET));
        assertThat(events("manager", handoff.key(), "branch-opened")).hasSize(2);
    }

    @Test
    void aPartnerReadsInTheJournalWhatItDidItself() {
        hers.complete(petra, "receive_handoff", Walk.acceptance());

        assertThat(events(petra, hers.key(), "decided"))
                .allSatisfy(event -> assertThat(event.path("who").asText()).isEqualTo(petra));
        assertThat(events(petra, hers.key(), "accepted")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null             | partners",
                "[]               | ",
                "[\"nobodyhere\"] | nobodyhere",
                "[\"strategist\"] | does not have the role partner",
                "[\"PETRA\",\"PETRA\"] | named twice",
                "\"PETRA\"        | list",
                "[[\"PETRA\"]]    | list of texts",
            })
    void whoeverIsNoPartnerStartsNothing(String partners, @Nullable String complaint) throws IOException {
        var key = Requests.newKey();
        var body = Requests.complete(key).put("model", "hybrid-handoff");
        body.remove("executionParty");
        var answers = body.putObject("answers");
        if (!partners.equals("null")) {
            answers.set("partners", new ObjectMapper().readTree(partners.replace("PETRA", petra)));
        }

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).as(answer.toString()).contains("answers.partners");
        assertThat(answer.toString()).contains(complaint == null ? "partners" : complaint);
        assertThat(as("manager").get("/api/handoffs/" + key).status()).isEqualTo(404);
    }

    @Test
    void aStartThroughTheApiNamesItsPartnersAndComesBackWithThem() {
        var body = Requests.complete(Requests.newKey()).put("model", "hybrid-handoff");
        body.remove("executionParty");
        body.putObject("answers").putArray("partners").add(petra).add(otto);

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.text("executionParty")).isEqualTo("external");
        assertThat(answer.json().at("/answers/partners"))
                .extracting(one -> one.asText())
                .containsExactly(petra, otto);
        assertThat(ids(petra, "/api/handoffs")).containsExactly(hers.key());
    }

    private List<String> ids(String who, String path) {
        return as(who).get(path).json().path("items").findValuesAsText("id");
    }
}
