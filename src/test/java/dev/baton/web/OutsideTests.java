package dev.baton.web;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.OneDatabase;
import dev.baton.web.Integrator.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever comes from outside gets the same answer about what is there and hidden, and about what is not there. */
@OneDatabase
class OutsideTests extends ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private static final String BODY = """
            {"userId":"x","value":"y","retries":1,"suspended":true,"message":"m"}""";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    private final Map<String, String> hidden = new HashMap<>();
    private String handoff = "";

    @BeforeEach
    void aHandoffOfOthers() {
        handoff = started(Requests.approval(Requests.newKey()));
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        var instance = task.getProcessInstanceId();
        tasks.createComment(task.getId(), instance, "hello");
        hidden.put("/api/handoffs", handoff);
        hidden.put("/api/people", "ruth");
        hidden.put("/engine-rest/task", task.getId());
        hidden.put("/engine-rest/execution", task.getExecutionId());
        hidden.put("/engine-rest/process-instance", instance);
        hidden.put("/engine-rest/process-definition", definitionOf("documentation-first-handoff"));
        hidden.put("/engine-rest/process-definition/key", "documentation-first-handoff");
        hidden.put("/engine-rest/decision-definition/key", "contracts");
        hidden.put("/engine-rest/user", "ruth");
        hidden.put("/engine-rest/group", "manager");
        hidden.put("/engine-rest/history/process-instance", instance);
        hidden.put("/engine-rest/job", jobOf(instance).getId());
        hidden.put("/engine-rest/job-definition", jobOf(instance).getJobDefinitionId());
        hidden.put(
                "/engine-rest/deployment",
                repository.createDeploymentQuery().listPage(0, 1).get(0).getId());
        hidden.put(
                "/engine-rest/decision-definition",
                repository.createDecisionDefinitionQuery().listPage(0, 1).get(0).getId());
        hidden.put(
                "/engine-rest/variable-instance",
                runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        hidden.put(
                "/engine-rest/history/variable-instance",
                history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        hidden.put(
                "/engine-rest/history/activity-instance",
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .listPage(0, 1)
                        .get(0)
                        .getId());
    }

    private String definitionOf(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Job jobOf(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .listPage(0, 1)
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "nobody's role"})
    void byItsId(String role) {
        var outsider = as(role.equals("partner") ? newcomer(role) : newcomer());
        var compared = new TreeSet<String>();
        var told = new ArrayList<String>();
        for (var call : calls()) {
            var verb = call.substring(0, call.indexOf(' '));
            var path = call.substring(call.indexOf(' ') + 1);
            hidden.entrySet().stream()
                    .filter(kind -> path.startsWith(kind.getKey() + "/{"))
                    .max(comparingInt(kind -> kind.getKey().length()))
                    .ifPresent(kind -> {
                        var known = answer(outsider, verb, path, kind.getValue());
                        var unknown =
                                answer(outsider, verb, path, UUID.randomUUID().toString());
                        compared.add(call);
                        if (known.startsWith("2") || !known.equals(unknown)) {
                            told.add("%s: %s, unknown: %s".formatted(call, known, unknown));
                        }
                    });
        }

        assertThat(told).isEmpty();
        assertThat(compared)
                .hasSizeGreaterThan(180)
                .contains("GET /engine-rest/task/{id}/variables", "GET /api/handoffs/{id}/journal");
    }

    @Test
    void whatAPartnerStartsGetsAKeyThatTellsOfNoOther() {
        var partner = newcomer("partner");
        var first = startedBy(partner);
        var second = startedBy(partner);

        assertThat(List.of(first, second)).allMatch(key -> key.matches("autumn-menu-[0-9a-z]{8,}"));
        assertThat(first).isNotEqualTo(second);
        assertThat(as(partner).get("/api/handoffs/" + first).status()).isEqualTo(200);
    }

    @Test
    void aPartnerWhoGivesAKeyDoesNotHearWhetherItIsTaken() {
        var partner = newcomer("partner");

        var taken = start(partner, handoff);
        var free = start(partner, "no-such-key");

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text("message")).isEqualTo(free.text("message")).contains("Leave the business key out");
    }

    private String startedBy(String partner) {
        var answer = start(partner, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text("businessKey");
    }

    private Answer start(String partner, @Nullable String key) {
        var body = JSON.createObjectNode().put("businessKey", key);
        var variables = body.putObject("variables");
        Requests.approval("none")
                .path("answers")
                .properties()
                .forEach(answer -> variables.putObject(answer.getKey()).set("value", answer.getValue()));
        variables.putObject("campaign").put("value", "Autumn menu");
        variables.putObject("raci").put("type", "Json").put("value", "{\"accountable\": \"ruth\"}");
        return as(partner).post("/engine-rest/process-definition/key/approval/submit-form", body.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /engine-rest/message {\"messageName\":\"stop\",\"businessKey\":\"{key}\"}",
                "POST /engine-rest/process-instance {\"businessKey\":\"{key}\"}",
                "POST /engine-rest/process-instance/count {\"businessKey\":\"{key}\"}",
                "POST /engine-rest/task/count {\"processInstanceBusinessKey\":\"{key}\"}",
                "POST /engine-rest/history/task/count {\"processInstanceBusinessKey\":\"{key}\"}",
                "GET /engine-rest/history/process-instance?processInstanceBusinessKey={key}",
                "POST /engine-rest/process-definition/key/approval/start {\"businessKey\":\"{key}\"}",
                "POST /engine-rest/process-definition/key/transfer/start {\"businessKey\":\"{key}\"}",
                "POST /engine-rest/process-definition/key/approval/submit-form {\"businessKey\":\"{key}\"}",
                "POST /engine-rest/process-definition/key/handoff-action/start {\"businessKey\":\"{key}\",\"variables\":{\"action\":{\"value\":\"stop\"}}}",
                "POST /engine-rest/process-definition/key/handoff-action/start {\"variables\":{\"action\":{\"value\":\"stop\"},\"handoff\":{\"value\":\"{key}\"}}}",
                "POST /api/handoffs {\"model\":\"approval\",\"businessKey\":\"{key}\"}",
                "GET /api/handoffs?campaign=Autumn",
            })
    void byItsKey(String call) {
        var outsider = as(newcomer("partner"));
        var parts = call.split(" ", 3);

        var known = outsider.send(parts[0], parts[1].replace("{key}", handoff), body(parts, handoff));
        var unknown = outsider.send(parts[0], parts[1].replace("{key}", "no-such-key"), body(parts, "no-such-key"));

        assertThat(known.toString().replace(handoff, "{key}"))
                .isEqualTo(unknown.toString().replace("no-such-key", "{key}"))
                .doesNotContain("Autumn menu");
    }

    private static byte[] body(String[] parts, String key) {
        return (parts.length < 3 ? "" : parts[2].replace("{key}", key)).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> calls() {
        var calls = new ArrayList<String>();
        EngineCalls.all().forEach(call -> calls.add(call.replaceFirst(" ", " /engine-rest")));
        as("admin")
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(verb -> calls.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    private static String filled(String path, String id) {
        return PARAMETER
                .matcher(PARAMETER.matcher(path).replaceFirst(id))
                .replaceAll(name -> name.group().equals("{name}") ? "strategyBrief" : "1");
    }

    /** Without the id that was asked for, which may be said again. */
    private static String answer(Integrator who, String verb, String path, String id) {
        var body = List.of("POST", "PUT", "PATCH").contains(verb) ? BODY.getBytes(StandardCharsets.UTF_8) : null;
        return who.send(verb, filled(path, id), body, "Content-Type", "application/json", "Accept", "*/*")
                .toString()
                .replace(id, "{id}");
    }
}
