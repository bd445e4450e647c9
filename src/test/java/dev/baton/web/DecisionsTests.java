package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was decided in a conversation, entered and confirmed by REST alone. */
class DecisionsTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDING = "We launch without the second teaser.";

    @Autowired
    private TaskService tasks;

    private String handoff = "";
    private String decisions = "";

    @BeforeEach
    void start() {
        people.named("manager");
        people.named("execution-owner");
        handoff = started(Requests.incomplete(Requests.newKey()));
        decisions = "/api/handoffs/" + handoff + "/decisions";
    }

    @Test
    void whatIsEnteredDoesNotCountUntilTheOtherSideConfirmsIt() {
        var entered = as("strategist").post(decisions, body("manager").toString());

        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(entered.text("state")).isEqualTo("entered");
        assertThat(entered.text("enteredBy")).isEqualTo("strategist");
        assertThat(entered.text("spokenWith")).isEqualTo("manager");
        assertThat(entered.text("about")).isEqualTo("strategyBrief.offer");
        assertThat(standing().path("decisions")).isEmpty();

        confirm("manager", "{\"decision\": {\"value\": \"confirmed\"}}");

        assertThat(items(decisions)).singleElement().satisfies(decision -> {
            assertThat(decision.path("id").asText()).isEqualTo(entered.text("id"));
            assertThat(decision.path("state").asText()).isEqualTo("confirmed");
            assertThat(decision.path("wording").asText()).isEqualTo(WORDING);
        });
        assertThat(standing().path("decisions"))
                .singleElement()
                .satisfies(decision ->
                        assertThat(decision.path("wording").asText()).isEqualTo(WORDING));
        assertThat(standing().path("links").path("decisions").asText()).isEqualTo(decisions);
        assertThat(items("/api/handoffs/" + handoff + "/journal"))
                .extracting(event -> event.path("kind").asText())
                .contains("decision-entered", "decision-confirmed");
    }

    @Test
    void whatTheOtherSideSaysInsteadIsReadInTheList() {
        as("strategist").post(decisions, body("manager").toString());
        confirm(
                "manager",
                "{\"decision\": {\"value\": \"disputed\"}, \"reason\": {\"value\": \"Only the third one goes.\"}}");

        assertThat(items(decisions)).singleElement().satisfies(decision -> {
            assertThat(decision.path("state").asText()).isEqualTo("disputed");
            assertThat(decision.path("said").asText()).isEqualTo("Only the third one goes.");
        });
    }

    @Test
    void theOtherSideFindsTheTaskWithItsHandoffAndTheHandoffNamesWhoHoldsIt() {
        as("strategist").post(decisions, body("manager").toString());

        assertThat(items("manager", "/api/tasks")).anySatisfy(task -> {
            assertThat(task.path("handoff").asText()).isEqualTo(handoff);
            assertThat(task.path("node").asText()).isEqualTo("confirm_decision");
            assertThat(task.path("name").asText()).startsWith("Confirm the spoken decision: ");
            assertThat(task.path("link").asText()).isEqualTo("/api/handoffs/" + handoff);
        });
        assertThat(standing().path("holders").findValuesAsText("node")).contains("confirm_decision");
    }

    @Test
    void anActionIsNeitherAModelNorAHandoff() {
        as("strategist").post(decisions, body("manager").toString());

        assertThat(as("strategist").get("/api/models").json().findValuesAsText("key"))
                .isNotEmpty()
                .doesNotContain("handoff-action");
        assertThat(as("strategist")
                        .get("/api/handoffs?open=true&size=200")
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsOnlyOnce(handoff);
    }

    @Test
    void theSameEntryAgainGivesTheFirstOne() {
        var first = as("strategist").post(decisions, body("manager").toString());
        var again = as("strategist").post(decisions, body("manager").toString());

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(items(decisions)).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var body = body("nobody").put("spokenOn", Requests.inDays(3).toString()).put("about", "horoscope");

        var answer = as("strategist").post(decisions, body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly("spokenWith", "spokenOn", "about");
        assertThat(as("strategist").post(decisions, "{}").wrongFields())
                .containsExactly("wording", "spokenWith", "spokenOn");
        assertThat(as("strategist").post(decisions, "{\"decision\": \"x\"}").status())
                .isEqualTo(400);
        assertThat(items(decisions)).isEmpty();
    }

    @Test
    void onlyThoseWhoTakePartEnterDecisions() {
        var other = as("sales").post(decisions, body("manager").toString());
        var watching = as("stakeholder").post(decisions, body("manager").toString());

        assertThat(other.status()).as(other.toString()).isEqualTo(403);
        assertThat(other.text("detail")).contains("Only those who take part");
        assertThat(watching.status()).as(watching.toString()).isEqualTo(403);
        assertThat(as("stakeholder").get(decisions).status()).isEqualTo(200);
        assertThat(items(decisions)).isEmpty();
    }

    @Test
    void aPartnerEntersAndReadsOnlyWhereTheTeamNamesThem() {
        var partner = newcomer("partner");
        var body = Requests.incomplete(Requests.newKey());
        body.withObject("/team").put("partner", partner);
        var mine = started(body);

        var entered = as(partner)
                .post("/api/handoffs/" + mine + "/decisions", body("strategist").toString());

        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(as(partner).post(decisions, body("strategist").toString()).status())
                .isEqualTo(404);
        assertThat(as(partner).get(decisions).status()).isEqualTo(404);
    }

    @Test
    void beingAskedWhatWasSaidDoesNotOpenThePackagesToAPartner() {
        var partner = newcomer("partner");
        var body = Requests.incomplete(Requests.newKey());
        body.withObject("/team").put("partner", partner);
        var mine = "/api/handoffs/" + started(body);
        as("strategist").post(mine + "/decisions", body(partner).toString());

        var changed = as(partner).patch(mine + "/packages/strategyBrief", "{\"offer\": \"Mine\"}", "If-Match", "\"1\"");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(403);
    }

    @Test
    void nothingIsDecidedInAHandoffThatIsOver() {
        as("strategist").post(decisions, body("manager").toString());
        as("manager").post("/api/handoffs/" + handoff + "/cancel", "{\"reason\": \"The client has postponed it.\"}");

        var late = as("strategist")
                .post(decisions, body("manager").put("wording", "One more.").toString());

        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(late.text("type")).isEqualTo("urn:baton:problem:conflict");
        assertThat(items(decisions))
                .singleElement()
                .satisfies(
                        decision -> assertThat(decision.path("state").asText()).isEqualTo("dropped"));
        assertThat(items("manager", "/api/tasks"))
                .noneSatisfy(task -> assertThat(task.path("handoff").asText()).isEqualTo(handoff));
    }

    @Test
    void theEnginesOwnRestActsOnAHandoffByItsBusinessKeyAndSaysWhatIsWrong() {
        var start = "/engine-rest/process-definition/key/handoff-action/start";
        var stop = "{\"businessKey\": \"%s\", \"variables\": {\"action\": {\"value\": \"stop\"}%s}}";

        var without = as("manager").post(start, stop.formatted(handoff, ""));
        var unknown = as("manager").post(start, stop.formatted("no-such-handoff-at-all", ""));
        var forbidden = as("sales").post(start, stop.formatted(handoff, ", \"stopReason\": {\"value\": \"x\"}"));
        var none = as("stakeholder").post(start, stop.formatted(handoff, ", \"stopReason\": {\"value\": \"x\"}"));

        assertThat(without.status()).as(without.toString()).isEqualTo(400);
        assertThat(without.text("message")).contains("Why is it stopped?");
        assertThat(unknown.status()).as(unknown.toString()).isEqualTo(400);
        assertThat(forbidden.status()).as(forbidden.toString()).isEqualTo(400);
        assertThat(forbidden.text("message")).startsWith("Only people of this handoff's team");
        assertThat(none.status()).as(none.toString()).isEqualTo(403);
        assertThat(standing().path("outcome").isMissingNode()).isTrue();

        var stopped = as("manager").post(start, stop.formatted(handoff, ", \"stopReason\": {\"value\": \"x\"}"));
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
        assertThat(standing().path("status").asText()).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, more than a year ago", "+12026-01-01, is not a date", "20261127, is not a date"})
    void aDayOnWhichNobodyCanHaveSpokenIsRefused(String day, String why) {
        var answer = as("strategist")
                .post(decisions, body("manager").put("spokenOn", day).toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly("spokenOn");
        assertThat(answer.text("detail")).contains(why);
    }

    private static ObjectNode body(String with) {
        return JSON.createObjectNode()
                .put("wording", WORDING)
                .put("spokenWith", with)
                .put("spokenOn", Requests.inDays(0).toString())
                .put("about", "strategyBrief.offer");
    }

    private void confirm(String who, String variables) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(handoff)
                .taskDefinitionKey("confirm_decision")
                .singleResult();
        var answer =
                as(who).post("/engine-rest/task/" + task.getId() + "/complete", "{\"variables\": " + variables + "}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private JsonNode standing() {
        return as("strategist").get("/api/handoffs/" + handoff).json();
    }

    private JsonNode items(String path) {
        return items("strategist", path);
    }

    private JsonNode items(String who, String path) {
        return as(who).get(path).json().path("items");
    }
}
