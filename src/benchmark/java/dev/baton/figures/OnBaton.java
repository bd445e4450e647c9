package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.people.Role;

/** Baton as its documentation tells integrators: {@code /api} to start and to look, the engine's REST for tasks. */
final class OnBaton implements Side {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode start = Brief.example("year-end-drive");

    OnBaton() {
        // A stakeholder answers only what is assigned to them.
        var stakeholder = Role.STAKEHOLDER.key();
        var team = JSON.objectNode().put(stakeholder, Staff.person(stakeholder));
        start.set("team", team.put("quality-owner", Staff.person("quality-owner")));
        var raci = JSON.objectNode().put("accountable", Staff.ACCOUNTABLE);
        start.set("raci", raci.put("responsible", Staff.person("execution-owner")));
    }

    @Override
    public void start(Client client, String person, String key) {
        client.post(person, "/api/handoffs", start.deepCopy().put("businessKey", key));
    }

    @Override
    public void complete(Client client, String person, String task, Answers answers) {
        var variables = JSON.objectNode();
        answers.fields().forEach((name, value) -> variables.putObject(name).putPOJO("value", value));
        answers.packages()
                .forEach((name, document) ->
                        variables.putObject(name).put("type", "Json").put("value", document.toString()));
        client.post(
                person,
                "/engine-rest/task/" + task + "/complete",
                JSON.objectNode().set("variables", variables));
    }

    @Override
    public JsonNode standing(Client client, String person, String key) {
        return client.get(person, "/api/handoffs/" + key);
    }
}
