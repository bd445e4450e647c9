package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.Cancelled;
import dev.baton.harness.ServiceTest;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A diagram is enough for a model: nothing in Java names the one that is deployed here. */
@ServiceTest
class BlogPostModelTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MODELS = Path.of("examples/models");
    private static final String MODEL = "blog-post-handoff";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Journal journal;

    private String deployment = "";

    @BeforeEach
    void deployedAsModelerDoes() throws IOException {
        var answer = deploy(Map.of(
                MODEL + ".bpmn",
                Files.readString(MODELS.resolve(MODEL + ".bpmn")),
                "start-" + MODEL + ".form",
                Files.readString(MODELS.resolve("start-" + MODEL + ".form"))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        deployment = answer.text("id");
    }

    @AfterEach
    void gone() {
        repository.deleteDeployment(deployment, true);
    }

    private Integrator.Answer deploy(Map<String, String> files) throws IOException {
        var boundary = "----WebKitFormBoundaryModeler";
        var body = new ByteArrayOutputStream();
        var fields = Map.of(
                "deployment-name", MODEL,
                "deployment-source", "Camunda Modeler",
                "enable-duplicate-filtering", "true");
        for (var field : fields.entrySet()) {
            body.write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, field.getKey(), field.getValue())
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (var file : files.entrySet()) {
            body.write("""
                    --%s
                    Content-Disposition: form-data; name="%s"; filename="%s"
                    Content-Type: application/octet-stream

                    %s
                    """.formatted(boundary, file.getKey(), file.getKey(), "FILE")
                    .replace("\n", "\r\n")
                    .replace("FILE", file.getValue())
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return as("operations")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        body.toByteArray(),
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary);
    }

    private String startThroughApi() {
        var body = Requests.incomplete(Requests.newKey());
        body.retain(List.of("businessKey", "packages", "raci"));
        body.put("model", MODEL).put("campaign", "Why we bake at night");
        body.putObject("answers").put("wordCount", 900);
        var packages = body.putObject("packages");
        packages.set("creativeBrief", brief());
        return started(body);
    }

    private static ObjectNode brief() {
        var brief = JSON.createObjectNode();
        brief.putArray("audienceInsights").add("They see themselves as hosts, not as managers");
        brief.putArray("supportingMessages").add("Pilot cafés cut waste by a third in six weeks");
        brief.putArray("successMetrics").add("300 trial sign-ups by 31 May 2027");
        brief.putArray("offLimits").add("No jokes about waste or hunger");
        return brief.put("primaryMessage", "You cook less and sell more.")
                .put("brandGuidelines", "Brand book 4.1, photography on pages 12 to 15.")
                .put("strategySummary", "We show café owners on Thursday what they will sell on Saturday.");
    }

    private Task task(String handoff) {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private void complete(String who, String handoff, String node, Map<String, ?> answer) {
        var task = task(handoff);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(node);
        if (task.getAssignee() == null) {
            as(who).post(
                            "/engine-rest/task/%s/claim".formatted(task.getId()),
                            "{\"userId\": \"%s\"}".formatted(people.named(who)));
        }
        var body = JSON.createObjectNode();
        var variables = body.putObject("variables");
        answer.forEach((name, value) -> variables.putObject(name).set("value", JSON.valueToTree(value)));
        var done = as(who).post("/engine-rest/task/%s/submit-form".formatted(task.getId()), body.toString());
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
    }

    @Test
    void itIsListedWithWhatItsStartAsks() {
        var models = as("strategist").get("/api/models").json().path("items");

        assertThat(models.findValuesAsText("key")).contains(MODEL);
        for (var model : models) {
            if (model.path("key").asText().equals(MODEL)) {
                assertThat(model.path("startFields").findValuesAsText("field"))
                        .containsExactly("campaign", "launchDate", "answers.wordCount", "raci.accountable");
            }
        }
        var startable = as("strategist")
                .get(
                        "/engine-rest/process-definition?latest=true&startableInTasklist=true&startablePermissionCheck=true"
                                + "&active=true&maxResults=100");
        assertThat(startable.json().findValuesAsText("key")).contains(MODEL);
    }

    @Test
    void startedThroughTheApiItRunsToItsEndAndIsBookedAsWhatItWas() {
        var handoff = startThroughApi();
        assertThat(journal.find(handoff).orElseThrow().complexity()).isEqualTo("simple");

        complete("manager", handoff, "review_outline", Map.of("decision", "approved"));
        complete("quality-owner", handoff, "review_quality", Map.of("decision", "approved"));
        complete(
                "creative",
                handoff,
                "receive_handoff",
                Map.of(
                        "decision",
                        "accepted",
                        "approvalsGiven",
                        true,
                        "fileNamesConform",
                        true,
                        "dateWorks",
                        true,
                        "nextStep",
                        "First draft",
                        "nextStepOwner",
                        "creative"));

        var now = journal.find(handoff).orElseThrow();
        assertThat(now.status()).isEqualTo(Status.ENDED);
        assertThat(now.outcome()).isEqualTo("handed over");
        assertThat(now.facts().answers()).containsEntry("wordCount", 900);
        assertThat(as("strategist").get("/api/handoffs?model=" + MODEL).json().findValuesAsText("id"))
                .contains(handoff);
    }

    @Test
    void changesCountAsSentBack() {
        var handoff = startThroughApi();

        complete("manager", handoff, "review_outline", Map.of("decision", "changes", "reason", "Whose night?"));

        assertThat(task(handoff).getTaskDefinitionKey()).isEqualTo("complete_brief");
        assertThat(journal.find(handoff).orElseThrow().sentBack()).isEqualTo(1);
    }

    @Test
    void startedInTasklistItIsCancelledAndBookedAsThat() {
        var variables = JSON.createObjectNode();
        variables.putObject("variables").putObject("campaign").put("value", "Why we bake at night");
        variables.withObject("variables").putObject("wordCount").put("value", 900);
        variables
                .withObject("variables")
                .putObject("raci")
                .put("type", "Json")
                .put("value", "{\"accountable\": \"ruth\"}");
        var key = Requests.newKey();
        variables.put("businessKey", key);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(MODEL)
                .latestVersion()
                .singleResult();
        var answer = as("strategist")
                .post(
                        "/engine-rest/process-definition/%s/submit-form".formatted(definition.getId()),
                        variables.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(task(key).getTaskDefinitionKey()).isEqualTo("complete_brief");

        var cancelled = as("strategist").post("/api/handoffs/%s/cancel".formatted(key), "{\"reason\": \"No time\"}");

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        var now = journal.find(key).orElseThrow();
        assertThat(now.status()).isEqualTo(Status.CANCELLED);
        assertThat(journal.events(key).stream()
                        .filter(event -> event.is(Cancelled.class))
                        .findFirst()
                        .orElseThrow()
                        .detail())
                .containsEntry("reason", "No time");
    }

    @Test
    void aDiagramThatSaysWhatNothingUnderstandsIsRefusedWithElementLabelAndRemedy() throws IOException {
        var broken = Files.readString(MODELS.resolve(MODEL + ".bpmn"))
                .replace("name=\"outcome\" value=\"handed over\"", "name=\"outcom\" value=\"handed over\"")
                .replace("name=\"status\" value=\"in review\"", "name=\"status\" value=\"being looked at\"")
                .replace("name=\"sendsBack\" value=\"changes\"", "name=\"answered.changes\" value=\"sent-back\"")
                .replace("start-blog-post-handoff", "start-something-else");

        var answer = deploy(Map.of(MODEL + ".bpmn", broken));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("message"))
                .contains("end_handedOver: “Post handed over” has the property “outcom”, which nothing reads")
                .contains("end_handedOver: “Post handed over” ends a handoff without saying how it came out")
                .contains("review_outline: “Review the outline” says status = “being looked at”")
                .contains("review_outline: “Review the outline” says answered.changes = “sent-back”")
                .contains("start_handoff: “Handoff started” shows the form “start-something-else”");
    }
}
