package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.journal.Journal;
import java.math.BigInteger;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartingTests extends ApiTests {

    @Autowired
    private Journal journal;

    @Autowired
    private RuntimeService runtime;

    @Test
    void aNewHandoffSaysWhereItIsAndWhereItStands() {
        var key = Requests.newKey();

        var answer =
                as("strategist").post("/api/handoffs", Requests.incomplete(key).toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/handoffs/" + key);
        assertThat(answer.text("status")).isEqualTo("draft");
        assertThat(answer.json().path("holders").path(0).path("node").asText()).isEqualTo("write_documents");
        assertThat(answer.json().path("holders").path(0).path("groups").path(0).asText())
                .isEqualTo("strategist");
        assertThat(as("strategist").get(answer.header("Location")).text("startedBy"))
                .isEqualTo("strategist");
    }

    @Test
    void theShippedExampleStartsAsItIs() {
        people.named("maria", "strategist");
        people.named("tom", "manager");
        people.named("nora", "quality-owner");
        people.named("ben", "execution-owner");
        people.named("lena", "production");
        people.named("sam", "stakeholder");
        var key = Requests.newKey();
        var body = Requests.example(key);

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("holders").path(0).path("assignee").asText())
                .isEqualTo("maria");
        assertThat(answer.json().path("team").path("final-approver").asText()).isEqualTo("ruth");
    }

    @Test
    void theSameKeyAgainGivesTheFirstHandoffWhateverElseTheBodySays() {
        var key = started(Requests.incomplete(Requests.newKey()));
        var other = Requests.incomplete(key).put("model", "transfer").put("campaign", "Another one");

        var again = as("strategist").post("/api/handoffs", other.toString());

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo("/api/handoffs/" + key);
        assertThat(again.text("model")).isEqualTo("documentation-first-handoff");
        assertThat(again.text("campaign")).isEqualTo("Year-end giving drive");
    }

    @Test
    void anIdempotencyKeyIsTheBusinessKeyWhereTheBodyHasNone() {
        var key = Requests.newKey();
        var body = Requests.incomplete(key);
        body.remove("businessKey");

        var first = as("strategist").post("/api/handoffs", body.toString(), "Idempotency-Key", key);
        var second = as("strategist").post("/api/handoffs", body.toString(), "Idempotency-Key", "\"" + key + "\"");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.text("id")).isEqualTo(key).isEqualTo(first.text("id"));
    }

    @Test
    void anApprovalStartsWithTheAnswersThatItsFormAsksFor() {
        var body = Requests.approval(Requests.newKey());

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("holders").path(0).path("node").asText()).isEqualTo("review_self");
        assertThat(answer.json().path("holders").path(0).path("groups").path(0).asText())
                .isEqualTo("creative");
    }

    @Test
    void anAnswerThatIsMissingWrongOrNotAskedForIsNamedWhereItBelongs() {
        var body = Requests.approval(Requests.newKey());
        body.withObject("answers").remove("workLink");
        assertThat(refusedFields(body)).containsExactly("answers.workLink");

        body = Requests.approval(Requests.newKey());
        body.withObject("answers").put("legalNeeded", "perhaps");
        assertThat(refusedFields(body)).containsExactly("answers.legalNeeded");

        body = Requests.approval(Requests.newKey());
        body.withObject("answers").putArray("workLink").add("https://work.example.org");
        assertThat(refusedFields(body)).containsExactly("answers.workLink");

        body = Requests.approval(Requests.newKey());
        body.withObject("answers").put("shareDone", new BigInteger("9223372036854775808"));
        assertThat(refusedFields(body)).containsExactly("answers.shareDone");
        assertThat(refusal(body)).contains("is a number beyond what Baton keeps: send it as a text.");

        body = Requests.approval(Requests.newKey());
        body.withObject("answers").put("outcome", "approved").put("campaign", "Another one");
        assertThat(refusedFields(body)).containsExactly("answers.outcome", "answers.campaign");
    }

    @Test
    void aModelThatDoesNotExistIsSaidBeforeWhatItWouldAsk() {
        var body = Requests.approval(Requests.newKey()).put("model", "aproval");

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly("model");
        assertThat(answer.text("detail"))
                .isEqualTo("There is no handoff model \"aproval\": use one of approval,"
                        + " continuous-collaboration-handoff, documentation-first-handoff, embedded-partner-handoff,"
                        + " hybrid-handoff, retrospective, sprint-handoff, transfer.")
                .isEqualTo(as("strategist").get("/api/handoffs?model=aproval").text("detail"));
    }

    private String refusal(ObjectNode body) {
        return as("strategist").post("/api/handoffs", body.toString()).text("detail");
    }

    private List<String> refusedFields(ObjectNode body) {
        var answer = as("strategist").post("/api/handoffs", body.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(journal.find(body.path("businessKey").asText())).isEmpty();
        return answer.json().path("errors").findValuesAsText("field");
    }

    @Test
    void everythingThatIsWrongIsSaidInOneAnswerAndNothingStarts() {
        var key = Requests.newKey();
        var body = Requests.incomplete(key)
                .put("complexity", "enormous")
                .put("executionParty", "aliens")
                .put("launchDate", "2020-01-01");
        body.withObject("/team").put("strategist", "nobody-here");

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).contains("complexity", "executionParty", "launchDate", "team.strategist");
        assertThat(journal.find(key)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isZero();
    }

    @Test
    void aTeamWithAnUnknownRoleAndTwoAccountablesAreNamed() {
        var body = Requests.incomplete(Requests.newKey());
        body.withObject("/team").put("astronaut", "ruth");
        body.putObject("raci").putArray("accountable").add("ruth").add("maria");

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).contains("team.astronaut", "raci.accountable");
    }

    @Test
    void aTransferStartsAloneWithItsContract() {
        var body = Requests.incomplete(Requests.newKey())
                .put("model", "transfer")
                .put("contract", "strategy-to-creative")
                .put("needBy", Requests.inDays(10).toString());

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("incomplete");
        assertThat(answer.json().path("judgement").path("contract").asText()).isEqualTo("strategy-to-creative");
        assertThat(answer.json().path("gaps")).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.path("label").asText()).isNotBlank();
            assertThat(gap.path("risk").asText()).isNotBlank();
            assertThat(gap.path("message").asText()).contains("A good answer").doesNotContain("A good answer: at most");
        });
    }

    @Test
    void aTransferOfAnUnknownContractNamesTheField() {
        var body =
                Requests.incomplete(Requests.newKey()).put("model", "transfer").put("contract", "baton-to-moon");

        var answer = as("strategist").post("/api/handoffs", body.toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly("contract");
    }

    @Test
    void whoeverMayNotStartAModelIsToldSo() {
        var answer = as("analyst")
                .post("/api/handoffs", Requests.incomplete(Requests.newKey()).toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("roles").doesNotContain("CREATE", "Authorization");
    }
}
