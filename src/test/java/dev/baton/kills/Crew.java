package dev.baton.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.api.Integrator;
import dev.baton.api.Integrator.Answer;
import dev.baton.harness.People;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The people who work with a running service, each over HTTP with their own login. */
final class Crew {

    static final String PACKAGE = "creativeBrief";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ROLES = Map.of(
            "strategist", "strategist",
            "quality", "quality-owner",
            "creative", "creative",
            "ruth", "final-approver");

    private final int port;

    Crew(int port) {
        this.port = port;
    }

    /** The administrator hires everybody. */
    void hire() {
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

    Answer start(String handoff) {
        var body = JSON.createObjectNode()
                .put("businessKey", handoff)
                .put("model", "transfer")
                .put("contract", "strategy-to-creative")
                .put("campaign", "Autumn menu")
                .put("complexity", "simple");
        body.putObject("raci").put("accountable", "ruth");
        var brief = body.putObject("packages").putObject(PACKAGE);
        brief.putArray("audienceInsights").add("They see themselves as hosts, not as managers");
        brief.putArray("supportingMessages").add("Pilot cafés cut waste by a third in six weeks");
        brief.putArray("successMetrics").add("300 trial sign-ups by 31 May 2027");
        brief.putArray("offLimits").add("No jokes about waste or hunger");
        brief.put("brandGuidelines", "Brand book 4.1, photography on pages 12 to 15.");
        brief.put("strategySummary", "We show café owners on Thursday what they will sell on Saturday.");
        return as("strategist").post("/api/handoffs", body.toString());
    }

    Answer fill(String task, int version) {
        var brief = JSON.createObjectNode().put("primaryMessage", "You cook less and sell more, take " + version + ".");
        var form = JSON.createObjectNode();
        form.putObject(PACKAGE).put("type", "Json").put("value", brief.toString());
        return submit("strategist", task, form);
    }

    Answer patch(String handoff, int seen) {
        return as("strategist")
                .patch(
                        "/api/handoffs/%s/packages/%s".formatted(handoff, PACKAGE),
                        "{\"brandGuidelines\": \"Brand book, edition %d.\"}".formatted(seen + 1),
                        "If-Match",
                        "\"%d\"".formatted(seen));
    }

    Answer sendBack(String task) {
        return submit("quality", task, texts(Map.of("decision", "changes", "reason", "It is a feature, no benefit.")));
    }

    Answer pass(String task) {
        return submit("quality", task, texts(Map.of("decision", "approved")));
    }

    Answer accept(String task) {
        var form = texts(Map.of("decision", "accepted", "nextStep", "Sketch", "nextStepOwner", "ben"));
        for (var confirmed : new String[] {"approvalsGiven", "fileNamesConform", "dateWorks"}) {
            form.withObject("/" + confirmed).put("value", true);
        }
        return submit("creative", task, form);
    }

    /** Makes a timer due now: nobody has answered in 48 hours. */
    Answer makeDue(String job) {
        return admin().send(
                        "PUT",
                        "/engine-rest/job/%s/duedate".formatted(job),
                        "{\"duedate\": \"2020-01-01T00:00:00.000+0000\"}".getBytes(StandardCharsets.UTF_8));
    }

    Answer handoff(String handoff) {
        return as("strategist").get("/api/handoffs/" + handoff);
    }

    JsonNode journal(String handoff) {
        return done(as("strategist").get("/api/handoffs/%s/journal".formatted(handoff)))
                .path("items");
    }

    JsonNode versions(String handoff) {
        return done(as("strategist").get("/api/handoffs/%s/packages/%s/versions".formatted(handoff, PACKAGE)))
                .path("items");
    }

    /** What the administrator sees in the engine. */
    JsonNode engine(String path) {
        return done(admin().get("/engine-rest" + path));
    }

    private Answer submit(String person, String task, JsonNode variables) {
        var body = JSON.createObjectNode().set("variables", variables);
        return as(person).post("/engine-rest/task/%s/submit-form".formatted(task), body.toString());
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
