package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.People;
import dev.baton.web.Integrator.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The people who carry a transfer over HTTP, from strategist to creative, each with their own login. */
public final class Crew {

    public static final String PACKAGE = "creativeBrief";

    public static final String QUALITY_OWNER = "qualityowner";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Person and role. */
    private static final Map<String, String> ROLES = new TreeMap<>(Map.of(
            "strategist",
            "strategist",
            QUALITY_OWNER,
            "quality-owner",
            "creative",
            "creative",
            "ruth",
            "final-approver"));

    private final int port;

    public Crew(int port) {
        this.port = port;
    }

    /** The administrator hires everybody. */
    public void hire() {
        ROLES.forEach((person, role) -> {
            var profile = JSON.createObjectNode();
            profile.putObject("profile")
                    .put("id", person)
                    .put("firstName", person)
                    .put("lastName", role);
            profile.putObject("credentials").put("password", People.PASSWORD);
            done(admin().post("/engine-rest/user/create", profile.toString()));
            done(admin().send("PUT", "/engine-rest/group/%s/members/%s".formatted(role, person), new byte[0]));
        });
    }

    /** Starts a transfer with a gap: the one message is missing. */
    public Answer start(String handoff) {
        var body = facts().put("businessKey", handoff).put("model", "transfer");
        body.set("raci", raci());
        body.putObject("packages").set(PACKAGE, brief());
        return as("strategist").post("/api/handoffs", body.toString());
    }

    /** The same through the engine's own door. */
    public Answer startInEngine(String handoff) {
        var body = JSON.createObjectNode().put("businessKey", handoff);
        var variables = body.putObject("variables");
        facts().properties().forEach(fact -> variables.putObject(fact.getKey()).set("value", fact.getValue()));
        variables.set("raci", json(raci()));
        variables.set(PACKAGE, json(brief()));
        return as("strategist").post("/engine-rest/process-definition/key/transfer/start", body.toString());
    }

    private static ObjectNode facts() {
        return JSON.createObjectNode()
                .put("contract", "strategy-to-creative")
                .put("campaign", "Autumn menu")
                .put("complexity", "simple");
    }

    private static ObjectNode raci() {
        return JSON.createObjectNode().put("accountable", "ruth");
    }

    private static ObjectNode brief() {
        var brief = JSON.createObjectNode();
        brief.putArray("audienceInsights").add("They see themselves as hosts, not as managers");
        brief.putArray("supportingMessages").add("Pilot cafés cut waste by a third in six weeks");
        brief.putArray("successMetrics").add("300 trial sign-ups by 31 May 2027");
        brief.putArray("offLimits").add("No jokes about waste or hunger");
        return brief.put("brandGuidelines", "Brand book 4.1, photography on pages 12 to 15.")
                .put("strategySummary", "We show café owners on Thursday what they will sell on Saturday.");
    }

    /** Closes the gap. */
    public Answer fill(String task, int version) {
        return fill(task, "primaryMessage", "You cook less and sell more, take " + version + ".");
    }

    public Answer fill(String task, String field, String value) {
        var form = JSON.createObjectNode();
        form.set(PACKAGE, json(JSON.createObjectNode().put(field, value)));
        return submit("strategist", task, form);
    }

    public Answer patch(String handoff, int seen) {
        return patch(handoff, seen, "brandGuidelines", "Brand book, edition %d.".formatted(seen + 1));
    }

    public Answer patch(String handoff, int seen, String field, String value) {
        return as("creative")
                .patch(
                        "/api/handoffs/%s/packages/%s".formatted(handoff, PACKAGE),
                        JSON.createObjectNode().put(field, value).toString(),
                        "If-Match",
                        "\"%d\"".formatted(seen));
    }

    public Answer sendBack(String task) {
        return sendBack(QUALITY_OWNER, task);
    }

    public Answer sendBack(String person, String task) {
        return submit(person, task, texts(Map.of("decision", "changes", "reason", "It is a feature, no benefit.")));
    }

    public Answer pass(String task) {
        return submit(QUALITY_OWNER, task, texts(Map.of("decision", "approved")));
    }

    public Answer claim(String person, String task) {
        return as(person).post("/engine-rest/task/%s/claim".formatted(task), "{\"userId\": \"%s\"}".formatted(person));
    }

    public Answer cancel(String handoff) {
        return as("strategist").post("/api/handoffs/%s/cancel".formatted(handoff), "{\"reason\": \"Postponed\"}");
    }

    public Answer accept(String task) {
        var form = texts(Map.of("decision", "accepted", "nextStep", "Sketch", "nextStepOwner", "creative"));
        for (var confirmed : new String[] {"approvalsGiven", "fileNamesConform", "dateWorks"}) {
            form.withObject("/" + confirmed).put("value", true);
        }
        return submit("creative", task, form);
    }

    /** Makes a timer due now: nobody has answered in 48 hours. */
    public Answer makeDue(String job) {
        return admin().send(
                        "PUT",
                        "/engine-rest/job/%s/duedate".formatted(job),
                        "{\"duedate\": \"2020-01-01T00:00:00.000+0000\"}".getBytes(StandardCharsets.UTF_8));
    }

    public Answer handoff(String handoff) {
        return as("strategist").get("/api/handoffs/" + handoff);
    }

    /** The one open task. */
    public String task(String handoff) {
        return handoff(handoff).json().path("holders").path(0).path("taskId").asText();
    }

    public JsonNode journal(String handoff) {
        return done(as("strategist").get("/api/handoffs/%s/journal".formatted(handoff)))
                .path("items");
    }

    public JsonNode versions(String handoff) {
        return done(as("strategist").get("/api/handoffs/%s/packages/%s/versions".formatted(handoff, PACKAGE)))
                .path("items");
    }

    /** What the administrator sees in the engine. */
    public JsonNode engine(String path) {
        return done(admin().get("/engine-rest" + path));
    }

    private Answer submit(String person, String task, JsonNode variables) {
        var body = JSON.createObjectNode().set("variables", variables);
        return as(person).post("/engine-rest/task/%s/submit-form".formatted(task), body.toString());
    }

    private static ObjectNode json(JsonNode document) {
        return JSON.createObjectNode().put("type", "Json").put("value", document.toString());
    }

    private static ObjectNode texts(Map<String, String> values) {
        var form = JSON.createObjectNode();
        values.forEach((name, value) -> form.putObject(name).put("value", value));
        return form;
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    private Integrator admin() {
        return as(People.ADMIN);
    }

    private Integrator as(String person) {
        return new Integrator(port, person);
    }
}
