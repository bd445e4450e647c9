package dev.baton.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.web.Requests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes requests up, one after the other; the same seed and the same answers make the same ones. */
final class Nonsense {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> MODELS = List.of("documentation-first-handoff", "transfer");
    private static final List<String> PACKAGES =
            List.of("strategyBrief", "executionBrief", "successCriteria", "creativeBrief", "feedbackProtocol");
    private static final List<String> TYPES = List.of(
            "String",
            "Integer",
            "Short",
            "Long",
            "Double",
            "Boolean",
            "Date",
            "Json",
            "Xml",
            "Object",
            "Bytes",
            "File",
            "Null",
            "Number",
            "json",
            "nonsense");
    private static final List<String> TASK_FACTS = List.of(
            "decision",
            "reason",
            "clarificationField",
            "clarificationQuestion",
            "shareDone",
            "workLink",
            "note",
            "campaign",
            "contract",
            "team",
            "outcome",
            "nextStepOwner",
            "selfReviewed");

    /** What is there to be aimed at, as far as the answers have told. */
    static final class Targets {
        final List<String> handoffs = new ArrayList<>(List.of("no-such-handoff"));
        final List<String> instances = new ArrayList<>(List.of("00000000-0000-0000-0000-000000000000"));
        final List<String> tasks = new ArrayList<>(List.of("00000000-0000-0000-0000-000000000000"));
    }

    private final Random random;
    private final Nasty nasty;
    private final Mutation mutation;
    private final Targets targets;
    private final String run;
    private int count;

    /** @param run goes into every business key, so that two runs on one database do not meet */
    Nonsense(Random random, Targets targets, String run) {
        this.random = random;
        this.nasty = new Nasty(random);
        this.mutation = new Mutation(random, nasty);
        this.targets = targets;
        this.run = run;
    }

    Attempt next() {
        count++;
        return mutation.outside(inside());
    }

    private Attempt inside() {
        var dice = random.nextInt(100);
        if (dice < 18) {
            return apiStart();
        }
        if (dice < 26) {
            return apiList();
        }
        if (dice < 35) {
            return apiRead();
        }
        if (dice < 47) {
            return apiPatch();
        }
        if (dice < 51) {
            return apiCheck();
        }
        if (dice < 53) {
            return apiCancel();
        }
        if (dice < 65) {
            return engineStart();
        }
        if (dice < 80) {
            return engineComplete();
        }
        if (dice < 90) {
            return engineVariable();
        }
        return dice < 94 ? engineMessage() : engineQuery();
    }

    private Attempt apiStart() {
        var model = nasty.pick(MODELS);
        var body = Requests.complete(newKey()).put("model", model);
        if (model.equals("transfer")) {
            body.put("contract", nasty.pick(List.of("strategy-to-execution", "content-to-design", "nonsense")));
        }
        if (random.nextInt(3) > 0) {
            body.putObject("packages").set(nasty.pick(PACKAGES), document());
        }
        return Attempt.json("api start", "strategist", "POST", "/api/handoffs", mutation.document(body));
    }

    private Attempt apiList() {
        var names = List.of("status", "model", "campaign", "person", "open", "page", "size", "sort", nasty.encoded());
        return Attempt.get("api list", "manager", "/api/handoffs?" + parameters(names));
    }

    private Attempt apiRead() {
        var handoff = "/api/handoffs/" + aimed(targets.handoffs);
        var brief = handoff + "/packages/" + aimed(PACKAGES);
        var path = nasty.pick(List.of(
                handoff,
                handoff + "/journal",
                handoff + "/packages",
                brief,
                brief + "/versions",
                brief + "/versions/" + aimed(List.of("1", "2", "-1", "2147483648")),
                brief + "/diff?" + parameters(List.of("from", "to", "odd")),
                "/api/contracts/" + aimed(List.of("strategy-to-execution")),
                "/api/tasks?" + parameters(List.of("maxResults", "x")),
                "/api/models/" + nasty.encoded(),
                "/api/" + nasty.encoded(),
                "/" + nasty.encoded()));
        return Attempt.get("api read", nasty.pick(List.of("manager", "stakeholder")), path);
    }

    private Attempt apiPatch() {
        var path = "/api/handoffs/%s/packages/%s".formatted(aimed(targets.handoffs), aimed(PACKAGES));
        var patch = Attempt.json("api patch", "strategist", "PATCH", path, mutation.document(document()));
        return patch.with(
                "If-Match",
                random.nextInt(4) > 0
                        ? "*"
                        : nasty.pick(List.of(
                                "\"1\"", "W/\"0\"", "\"999999999\"", "99999999999", "\"-1\"", "\"\"", "x", "1, 2")));
    }

    private Attempt apiCheck() {
        if (random.nextInt(4) == 0) {
            var answers = JSON.createObjectNode().put("teamSize", 5).put("partner", "agency");
            answers.put("complexity", "high").put("budget", "tight").put("time", "fast");
            return Attempt.json("api check", "sales", "POST", "/api/model-selection", mutation.document(answers));
        }
        if (random.nextInt(4) == 0) {
            var asked = JSON.createObjectNode()
                    .put("model", "documentation-first-handoff")
                    .put("campaignType", "email");
            asked.put("launchDate", Requests.inDays(90).toString()).put("complexity", "high");
            asked.putArray("absences")
                    .addObject()
                    .put("role", "creative")
                    .put("from", "2027-02-01")
                    .put("to", "2027-02-05");
            return Attempt.json("api check", "sales", "POST", "/api/plans", mutation.document(asked));
        }
        var body = JSON.createObjectNode();
        body.put("complexity", "high").put("executionParty", "internal").put("campaignType", "email");
        body.putObject("packages").set(nasty.pick(PACKAGES), document());
        var contract = aimed(List.of("strategy-to-execution", "strategy-to-creative", "documentation-complete"));
        return Attempt.json(
                "api check", "sales", "POST", "/api/contracts/%s/check".formatted(contract), mutation.document(body));
    }

    private Attempt apiCancel() {
        var body = JSON.createObjectNode().put("reason", nasty.text());
        return Attempt.json(
                "api cancel",
                "manager",
                "POST",
                "/api/handoffs/%s/cancel".formatted(aimed(targets.handoffs)),
                mutation.document(body));
    }

    private Attempt engineStart() {
        var body = JSON.createObjectNode().put("businessKey", newKey());
        var variables = body.putObject("variables");
        variables.putObject("campaign").put("value", "Summer launch");
        variables.putObject("complexity").put("value", "simple");
        variables.putObject("executionParty").put("value", "internal");
        variables.putObject("launchDate").put("value", Requests.inDays(9).toString());
        variables.putObject("contract").put("value", "strategy-to-execution");
        variables.putObject("raci").put("type", "Json").put("value", "{\"accountable\":\"ruth\"}");
        json(variables.putObject(nasty.pick(PACKAGES)));
        variables.set("note", variable());
        var how = random.nextInt(3) == 0 ? "submit-form" : "start";
        return Attempt.json(
                "engine start",
                nasty.pick(List.of("strategist", "admin")),
                "POST",
                "/engine-rest/process-definition/key/%s/%s".formatted(aimed(MODELS), how),
                mutation.document(body));
    }

    private Attempt engineComplete() {
        var variables = JSON.createObjectNode();
        for (var fields = random.nextInt(4); fields > 0; fields--) {
            variables.set(nasty.pick(TASK_FACTS), variable());
        }
        if (random.nextBoolean()) {
            variables
                    .putObject("decision")
                    .put("value", nasty.pick(List.of("approved", "changes", "accepted", "clarify")));
        }
        if (random.nextBoolean()) {
            json(variables.putObject(nasty.pick(PACKAGES)));
            variables
                    .putObject("shownVersions")
                    .put("type", "Json")
                    .put("value", nasty.pick(List.of("{\"strategyBrief\": 1}", "{}", "[]", "7", "{bad", "null")));
        }
        var body = JSON.createObjectNode();
        body.set("variables", variables);
        var how = nasty.pick(List.of("complete", "submit-form", "complete", "submit-form", "resolve"));
        return Attempt.json(
                "engine complete",
                nasty.pick(List.of("admin", "admin", "strategist")),
                "POST",
                "/engine-rest/task/%s/%s".formatted(aimed(targets.tasks), how),
                mutation.document(body));
    }

    private Attempt engineVariable() {
        var task = "/engine-rest/task/" + aimed(targets.tasks);
        var instance = "/engine-rest/process-instance/" + aimed(targets.instances);
        var name = random.nextInt(3) == 0 ? nasty.encoded() : nasty.pick(List.of("note", "campaign", "strategyBrief"));
        var many = JSON.createObjectNode();
        many.putObject("modifications").set(nasty.pick(TASK_FACTS), variable());
        many.putArray("deletions").add(nasty.text());
        var one = mutation.document(variable());
        return nasty.pick(List.of(
                Attempt.json("engine variable", "admin", "PUT", instance + "/variables/" + name, one),
                Attempt.json("engine variable", "admin", "PUT", instance + "/variables/" + name, one),
                Attempt.json("engine variable", "admin", "PUT", task + "/variables/" + name, one),
                Attempt.json("engine variable", "admin", "PUT", task + "/localVariables/" + name, one),
                Attempt.json("engine variable", "admin", "POST", task + "/variables", mutation.document(many)),
                Attempt.json("engine variable", "admin", "POST", instance + "/variables", mutation.document(many)),
                Attempt.get("engine variable", "admin", instance + "/variables/" + name),
                Attempt.get(
                        "engine variable",
                        "admin",
                        task + "/form-variables?" + parameters(List.of("variableNames", "deserializeValues", "odd")))));
    }

    private Attempt engineMessage() {
        var body = JSON.createObjectNode()
                .put("messageName", nasty.pick(List.of("handoff-cancelled", "nothing", "")))
                .put("businessKey", aimed(targets.handoffs))
                .put("all", random.nextBoolean());
        body.putObject("processVariables").set("cancelReason", variable());
        body.putObject("correlationKeys").set("campaign", variable());
        if (random.nextInt(10) > 0) {
            body.remove(random.nextBoolean() ? "correlationKeys" : "all");
        }
        return Attempt.json("engine message", "admin", "POST", "/engine-rest/message", mutation.document(body));
    }

    private Attempt engineQuery() {
        var names = List.of(
                "maxResults",
                "firstResult",
                "name",
                "processInstanceBusinessKey",
                "dueBefore",
                "createdAfter",
                "priority",
                "processVariables",
                "sortBy",
                "sortOrder",
                "assignee",
                "candidateGroup",
                "taskId",
                nasty.encoded());
        var list = nasty.pick(List.of("task", "process-instance", "history/process-instance", "task/count"));
        if (random.nextBoolean()) {
            return Attempt.get(
                    "engine query", "manager", "/engine-rest/%s?maxResults=10&%s".formatted(list, parameters(names)));
        }
        var body = JSON.createObjectNode().put("name", nasty.text()).put("createdAfter", nasty.text());
        body.putArray("processVariables")
                .addObject()
                .put("name", "campaign")
                .put("operator", "eq")
                .put("value", nasty.text());
        body.putArray("orQueries").addObject().put("assigneeExpression", nasty.text());
        for (var field : List.of("name", "createdAfter", "processVariables", "orQueries")) {
            if (random.nextInt(3) > 0) {
                body.remove(field);
            }
        }
        return Attempt.json(
                "engine query", "manager", "POST", "/engine-rest/task?maxResults=10", mutation.document(body));
    }

    /** A variable of a type that fits its value, or of another one. */
    private ObjectNode variable() {
        var variable = JSON.createObjectNode();
        switch (random.nextInt(4)) {
            case 0 -> json(variable);
            case 1 -> variable.put("value", nasty.text());
            case 2 -> variable.put("value", nasty.text()).put("type", nasty.pick(TYPES));
            default -> variable.put("value", random.nextInt()).put("type", nasty.pick(TYPES));
        }
        if (random.nextInt(6) == 0) {
            variable.putObject("valueInfo")
                    .put("objectTypeName", "java.util.HashMap")
                    .put("serializationDataFormat", nasty.pick(List.of("application/json", "x", "application/xml")))
                    .put("transient", random.nextBoolean())
                    .put("filename", nasty.text())
                    .put("mimetype", nasty.text())
                    .put("encoding", nasty.text());
        }
        return variable;
    }

    private void json(ObjectNode variable) {
        variable.put("type", "Json");
        variable.put("value", random.nextInt(4) == 0 ? nasty.json() : mutation.document(document()));
    }

    private ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        for (var field : List.of("objective", "audience", "keyMessage", "deliverables", "milestones", "offer")) {
            if (random.nextBoolean()) {
                document.put(field, nasty.text());
            }
        }
        if (random.nextBoolean()) {
            document.putArray("supportingMessages").addObject().put("message", nasty.text());
        }
        return document;
    }

    private String parameters(List<String> names) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(one -> nasty.pick(names) + "=" + nasty.encoded())
                .collect(Collectors.joining("&"));
    }

    /** Mostly something that is there. */
    private String aimed(List<String> from) {
        return random.nextInt(12) == 0 ? nasty.encoded() : nasty.pick(from);
    }

    private String newKey() {
        return random.nextInt(30) == 0
                ? nasty.text()
                : "fuzz-%s-%d".formatted(URLEncoder.encode(run, StandardCharsets.UTF_8), count);
    }
}
