package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Catalog;

/** The bare engine's own REST; each field of a package is a variable of its own, as a form without Baton would have it. */
final class OnPlain implements Side {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Catalog catalog = Brief.catalog();
    private final ObjectNode start = JSON.objectNode();

    OnPlain() {
        var brief = Brief.example("year-end-drive");
        brief.properties().forEach(fact -> {
            if (fact.getValue().isTextual() && !fact.getKey().equals("businessKey")) {
                put(start, fact.getKey(), fact.getValue());
            }
        });
        put(start, "raci", JSON.textNode(Staff.ACCOUNTABLE));
        Brief.packages().forEach((name, document) -> flat(start, name, (ObjectNode) document));
    }

    @Override
    public void start(Client client, String person, String key) {
        var body = JSON.objectNode().put("businessKey", key);
        body.set("variables", start);
        client.post(person, "/engine-rest/process-definition/key/documentation-first-handoff/start", body);
    }

    @Override
    public void complete(Client client, String person, String task, Answers answers) {
        var variables = JSON.objectNode();
        // Nothing turns "no" into false here: a form of the plain side would have a box to tick.
        answers.fields()
                .forEach((name, value) -> put(variables, name, JSON.pojoNode("no".equals(value) ? false : value)));
        answers.packages().forEach((name, document) -> flat(variables, name, document));
        client.post(
                person,
                "/engine-rest/task/" + task + "/complete",
                JSON.objectNode().set("variables", variables));
    }

    /** Running or over, and since when: the least that could be called where it stands. */
    @Override
    public JsonNode standing(Client client, String person, String key) {
        return client.get(person, "/engine-rest/history/process-instance?processInstanceBusinessKey=" + key);
    }

    private void flat(ObjectNode variables, String name, ObjectNode document) {
        var fields = catalog.packageNames().contains(name) ? catalog.formView(name, document) : document;
        fields.properties().forEach(field -> put(variables, name + "_" + field.getKey(), field.getValue()));
    }

    private static void put(ObjectNode variables, String name, JsonNode value) {
        variables.putObject(name).set("value", value);
    }
}
