package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.FactsChanged;
import dev.baton.harness.ServiceTest;
import dev.baton.journal.Journal;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class FactsTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Journal journal;

    private String handoff = "";

    @BeforeEach
    void aTransferThatWaitsForTheSender() {
        people.named("anna", "strategist");
        people.named("bea", "strategist");
        var body = Requests.incomplete(Requests.newKey())
                .put("model", "transfer")
                .put("contract", "strategy-to-creative")
                .put("campaignType", "email")
                .put("needBy", Requests.inDays(10).toString())
                .put("launchDate", Requests.inDays(30).toString());
        body.withObject("/team").put("strategist", "anna");
        handoff = started(body);
    }

    private Integrator.Answer change(String who, String body) {
        return as(who).patch("/api/handoffs/" + handoff, body);
    }

    @Test
    void allThatWasSentIsGivenBack() {
        var body = Requests.approval(Requests.newKey())
                .put("launchDate", Requests.inDays(30).toString());
        var sent = started(body);

        var now = as("strategist").get("/api/handoffs/" + sent).json();

        assertThat(now.path("answers")).isEqualTo(body.path("answers"));
        assertThat(now.path("raci")).isEqualTo(body.path("raci"));
        assertThat(now.path("accountable").asText()).isEqualTo("ruth");
        assertThat(now.path("launchDate")).isEqualTo(body.path("launchDate"));

        now = as("strategist").get("/api/handoffs/" + handoff).json();
        assertThat(now.path("contract").asText()).isEqualTo("strategy-to-creative");
        assertThat(now.path("campaignType").asText()).isEqualTo("email");
        assertThat(now.path("needBy").asText()).isEqualTo(Requests.inDays(10).toString());
    }

    @Test
    void aChangeReachesTheRowTheVariablesTheTasksAndTheJournalAtOnce() {
        var day = Requests.inDays(40).toString();

        var answer = change("strategist", """
                {"reason": "The venue is free only later", "campaign": "Summer fair", "launchDate": "%s",
                 "accountable": "bea", "team": {"strategist": "bea"}}""".formatted(day));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text("campaign")).isEqualTo("Summer fair");
        assertThat(answer.text("launchDate")).isEqualTo(day);
        assertThat(answer.text("accountable")).isEqualTo("bea");
        var instance = journal.find(handoff).orElseThrow().processInstanceId();
        assertThat(runtime.getVariable(instance, "launchDate")).isEqualTo(day);
        assertThat(runtime.getVariable(instance, "campaign")).isEqualTo("Summer fair");
        assertThat(String.valueOf(runtime.getVariable(instance, "raci"))).contains("bea");
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        assertThat(task.getName()).endsWith(": Summer fair");
        assertThat(task.getAssignee()).isEqualTo("bea");
        var events = journal.events(handoff);
        var event = events.get(events.size() - 1);
        assertThat(event.what()).isInstanceOf(FactsChanged.class);
        assertThat(event.who()).isEqualTo("strategist");
        assertThat(event.detail()).containsEntry("reason", "The venue is free only later");
        assertThat(JSON.<JsonNode>valueToTree(event.detail()).path("changes").findValuesAsText("field"))
                .containsExactlyInAnyOrder("campaign", "launchDate", "team", "raci");
    }

    @Test
    void whatSomebodyHasTakenFromTheGroupStaysWithThem() {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        tasks.setAssignee(task.getId(), people.named("strategist"));

        change("strategist", "{\"reason\": \"Anna is away\", \"team\": {\"strategist\": \"bea\"}}");

        task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        assertThat(task.getAssignee()).isEqualTo("strategist");
    }

    @Test
    void aRoleWithoutAPersonGoesBackToItsGroup() {
        change("strategist", "{\"reason\": \"Anna is away\", \"team\": {\"strategist\": null}}");

        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        assertThat(task.getAssignee()).isNull();
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .anyMatch(link -> "strategist".equals(link.getGroupId()));
        assertThat(journal.find(handoff).orElseThrow().team()).doesNotContainKey("strategist");
    }

    @Test
    void theSameAgainIsNoChange() {
        var before = journal.events(handoff).size();

        var answer = change(
                "strategist", "{\"reason\": \"Nothing\", \"launchDate\": \"%s\"}".formatted(Requests.inDays(30)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(journal.events(handoff)).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"launchDate": "2027-12-01"}                             | reason
            {"reason": "x", "launchDate": "2020-01-01"}              | launchDate
            {"reason": "x", "launchDate": "+12027-01-01"}            | launchDate
            {"reason": "x", "launchDate": "9027-01-01"}              | launchDate
            {"reason": "x", "needBy": "tomorrow"}                    | needBy
            {"reason": "x", "needBy": "2035-01-01"}                  | needBy
            {"reason": "x", "launchdate": "2027-12-01"}              | launchdate
            {"reason": "x", "contract": "strategy-to-execution"}     | contract
            {"reason": "x", "campaign": ""}                          | campaign
            {"reason": "x", "campaign": null}                        | campaign
            {"reason": "x", "complexity": "enormous"}                | complexity
            {"reason": "x", "accountable": "nobody-here"}            | accountable
            {"reason": "x", "raci": {"accountable": ["ruth", "bea"]}}| raci.accountable
            {"reason": "x", "team": {"astronaut": "bea"}}            | team.astronaut
            {"reason": "x", "team": {"creative": "nobody-here"}}     | team.creative
            """)
    void whatAStartWouldRefuseIsRefusedByName(String body, String field) {
        var before = journal.find(handoff).orElseThrow();

        var answer = change("strategist", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly(field);
        assertThat(journal.find(handoff)).contains(before);
    }

    @Test
    void aMisspeltFactIsAnsweredWithTheOneThatIsMeant() {
        assertThat(change("strategist", "{\"reason\": \"x\", \"lauchDate\": \"2027-12-01\"}")
                        .text("detail"))
                .contains("Did you mean \"launchDate\"?");
    }

    @Test
    void whatIsOverStaysAsItWas() {
        as("strategist").post("/api/handoffs/%s/cancel".formatted(handoff), "{\"reason\": \"Postponed\"}");

        assertThat(change("strategist", "{\"reason\": \"x\", \"campaign\": \"Late\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aYearBeyondWhatAnybodyPlansIsRefusedAtTheStart() {
        for (var day : new String[] {"+12027-01-01", "9027-01-01", "12027-01-01"}) {
            var answer = as("strategist")
                    .post(
                            "/api/handoffs",
                            Requests.incomplete(Requests.newKey())
                                    .put("launchDate", day)
                                    .toString());
            assertThat(answer.status()).as(day).isEqualTo(400);
            assertThat(answer.wrongFields()).as(day).containsExactly("launchDate");
        }
    }

    @Test
    void aFactSentAlongWithATasksFormIsRefusedWithTheAddressThatChangesIt() {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        for (var fact : Map.of("launchDate", "2020-01-01", "campaign", "Renamed by form")
                .entrySet()) {
            var answer = as("anna").post("/engine-rest/task/%s/submit-form".formatted(task.getId()), variables(fact));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("message")).contains("PATCH /api/handoffs/{id}");
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
    }

    @Test
    void operationsToo() {
        people.named("olga", "operations");
        var instance = journal.find(handoff).orElseThrow().processInstanceId();

        var answer = as("olga")
                .send(
                        "PUT",
                        "/engine-rest/process-instance/%s/variables/launchDate".formatted(instance),
                        "{\"value\": \"2027-12-01\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message")).contains("PATCH /api/handoffs/{id}");
    }

    @Test
    void theActionInTasklistDoesTheSame() {
        var body = JSON.createObjectNode().put("businessKey", handoff);
        var form = body.putObject("variables");
        Map.of(
                        "action", "facts",
                        "newCampaign", "Summer fair",
                        "newLaunchDate", Requests.inDays(40).toString(),
                        "newAccountable", "bea",
                        "teamRole", "strategist",
                        "teamMember", "bea",
                        "changeReason", "The venue is free only later")
                .forEach((name, value) -> form.putObject(name).put("value", value));

        var answer = as("anna").post("/engine-rest/process-definition/key/handoff-action/start", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var now = journal.find(handoff).orElseThrow();
        assertThat(now.campaign()).isEqualTo("Summer fair");
        assertThat(now.launchDate()).isEqualTo(Requests.inDays(40));
        assertThat(now.facts().accountable()).contains("bea");
        assertThat(now.team()).containsEntry("strategist", "bea");
        var events = journal.events(handoff);
        assertThat(events.get(events.size() - 1).who()).isEqualTo("anna");

        form.withObject("newLaunchDate").put("value", "2020-01-01");
        answer = as("anna").post("/engine-rest/process-definition/key/handoff-action/start", body.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    private static String variables(Map.Entry<String, String> fact) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("variables").putObject(fact.getKey()).put("value", fact.getValue());
        return body.toString();
    }
}
