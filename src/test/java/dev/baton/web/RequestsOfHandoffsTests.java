package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What integrators ask of a running handoff by REST. */
class RequestsOfHandoffsTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void hire() {
        people.named("pia", "partner");
        people.named("manager");
        people.named("execution-owner");
        people.named("quality-owner");
    }

    @Test
    void aReviewOfWorkInProgressIsAPartnersTask() {
        var handoff = atWork(embedded());

        var answer = as("strategist").post(path(handoff, "reviews"), "{\"question\": \"Is this the tone?\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("holders"))
                .anySatisfy(holder -> assertThat(holder.path("node").asText()).isEqualTo("review_workInProgress"));
        assertThat(as("pia").get("/api/tasks").json().path("items"))
                .anySatisfy(task -> assertThat(task.path("handoff").asText()).isEqualTo(handoff));
    }

    @Test
    void aQuestionIsTheRolesThatItIsPutTo() {
        var handoff = atWork(continuous());

        var answer = as("strategist")
                .post(path(handoff, "questions"), "{\"question\": \"One page or two?\", \"role\": \"creative\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(as("creative").get("/api/tasks").json().path("items"))
                .anySatisfy(task -> assertThat(task.path("node").asText()).isEqualTo("decide_question"));
    }

    @Test
    void aChangeOfStrategyLeadsBackToTheBrief() {
        var handoff = atWork(continuous());

        var answer = as("manager").post(path(handoff, "strategy-changes"), "{\"reason\": \"We lead with the price.\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("holders").findValuesAsText("node")).containsExactly("write_documents");
    }

    @Test
    void nonsenseIsNamedAndNothingHappens() {
        var handoff = atWork(continuous());

        assertThat(as("strategist").post(path(handoff, "questions"), "{}").wrongFields())
                .containsExactly("decisionQuestion");
        assertThat(as("strategist")
                        .post(path(handoff, "questions"), "{\"question\": \"x\", \"role\": \"boss\"}")
                        .wrongFields())
                .containsExactly("answererRole");
        assertThat(as("strategist")
                        .post(path(handoff, "questions"), "{\"qestion\": \"x\"}")
                        .status())
                .isEqualTo(400);
        var wrongModel = as("strategist").post(path(handoff, "reviews"), "{\"question\": \"x\"}");
        assertThat(wrongModel.wrongFields()).containsExactly("action");
        assertThat(wrongModel.toString()).contains("continuous-collaboration-handoff");
        assertThat(as("sales")
                        .post(path(handoff, "questions"), "{\"question\": \"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("strategist")
                        .get("/api/handoffs/" + handoff)
                        .json()
                        .path("holders")
                        .findValuesAsText("node"))
                .containsExactly("work_quarter");
    }

    /** Led to its work by operations: the way there is tested elsewhere. */
    private String atWork(ObjectNode body) {
        var handoff = started(body);
        var root = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(handoff)
                .rootProcessInstances()
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(root)
                .startBeforeActivity("work_inPhases")
                .cancelAllForActivity("briefing_ofHandoff")
                .execute();
        return handoff;
    }

    private ObjectNode embedded() {
        return body("embedded-partner-handoff", Map.of("hoursAgreed", 40, "decisionPoints", 3));
    }

    private ObjectNode continuous() {
        return body("continuous-collaboration-handoff", Map.of("sharedKpis", "Sign-ups per month"));
    }

    private ObjectNode body(String model, Map<String, Object> answers) {
        var body = Requests.complete(Requests.newKey()).put("model", model);
        body.withObject("/team")
                .put("partner", "pia")
                .put("strategist", "strategist")
                .put("manager", "manager")
                .put("quality-owner", people.named("quality-owner"));
        body.putObject("raci")
                .put("accountable", "ruth")
                .putArray("responsible")
                .add(people.named("execution-owner"))
                .add("pia");
        var given = JSON.valueToTree(answers);
        body.set("answers", given);
        body.withObject("/answers")
                .put("documentLocation", "The folder of the campaign")
                .put("communicationNorms", "An answer within a day");
        return body;
    }

    private static String path(String handoff, String what) {
        return "/api/handoffs/%s/%s".formatted(handoff, what);
    }
}
