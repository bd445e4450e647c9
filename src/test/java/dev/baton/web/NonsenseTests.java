package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.web.Integrator.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever an administrator sends to the engine's REST, what is wrong with it is the caller's fault: never a 5xx. */
@OneDatabase
class NonsenseTests extends ApiTests {

    private static final List<String> BODIES = List.of(
            "{}",
            "[null]",
            "{\"variables\": {\"a\": {\"type\": \"Nope\", \"value\": 1}}, \"type\": \"Nope\", \"value\": 1}",
            "{\"retries\": -1, \"sorting\": [{}]}");

    /** What only some calls read, by a part of their path. */
    private static final Map<String, List<String>> MORE = Map.of(
            "/start",
            List.of(
                    "{\"startInstructions\": [null]}",
                    "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"nonsense\"}]}"),
            "/signal",
            List.of("{\"name\": \"nonsense\", \"executionId\": \"nonsense\"}"),
            "/external-task",
            List.of(
                    "{\"workerId\": \"w\", \"maxTasks\": 1, \"topics\": [{\"topicName\": \"x\"}]}",
                    "{\"workerId\": \"w\", \"maxTasks\": -1, \"topics\": [{\"topicName\": \"x\", \"lockDuration\": 9}]}",
                    "{\"workerId\": \"w\", \"maxTasks\": 1, \"topics\": [{\"lockDuration\": 1000}]}",
                    "{\"workerId\": \"w\", \"errorMessage\": \"m\", \"retries\": -1, \"retryTimeout\": -1}"),
            "/authorization",
            List.of("{\"type\": 7, \"permissions\": [\"NOPE\"], \"userId\": \"x\", \"resourceType\": 99}"),
            "/filter",
            List.of("{\"resourceType\": \"Task\", \"name\": \"n\", \"query\": null}"));

    private static final List<String> QUERIES = List.of("?maxResults=5&sortBy=nonsense&processVariables=a_nope_b");

    @Autowired
    private TaskService tasks;

    private final Map<String, String> real = new HashMap<>();

    @BeforeEach
    void aHandoff() {
        var handoff = started(Requests.approval(Requests.newKey()));
        var task = tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
        real.put("/task/{id}", task.getId());
        real.put("/execution/{id}", task.getExecutionId());
        real.put("/process-instance/{id}", task.getProcessInstanceId());
        real.put("/process-definition/key/{key}", "approval");
    }

    @Test
    void neverIsAFaultOfBaton() {
        var faults = new TreeSet<String>();
        var fired = 0;
        for (var call : EngineCalls.all()) {
            var verb = call.split(" ", 2)[0];
            for (var path : paths(verb, call.split(" ", 2)[1])) {
                for (var end : ends(verb, path)) {
                    var answer = fire(verb, path, end);
                    fired++;
                    if (answer.status() >= 500 || answer.text("message").contains("Exception")) {
                        faults.add(call + " " + end + ": " + answer);
                    }
                }
            }
        }
        assertThat(fired).isGreaterThan(1000);
        assertThat(faults).isEmpty();
    }

    private static List<String> ends(String verb, String path) {
        if (verb.equals("GET") || verb.equals("DELETE")) {
            return QUERIES;
        }
        return Stream.concat(
                        BODIES.stream(),
                        MORE.entrySet().stream()
                                .filter(more -> path.contains(more.getKey()))
                                .flatMap(more -> more.getValue().stream()))
                .toList();
    }

    private Answer fire(String verb, String path, String end) {
        var administrator = as(People.ADMIN);
        return verb.equals("GET") || verb.equals("DELETE")
                ? administrator.send(verb, "/engine-rest" + path + end, null)
                : administrator.send(verb, "/engine-rest" + path, end.getBytes(StandardCharsets.UTF_8));
    }

    /** With ids that nothing has; where nothing is deleted also with ones that are there. */
    private List<String> paths(String verb, String template) {
        var nothing = template.replaceAll("\\{[^}]+}", "nonsense");
        return real.entrySet().stream()
                .filter(known -> !verb.equals("DELETE") && template.startsWith(known.getKey()))
                .findFirst()
                .map(known -> List.of(
                        nothing,
                        template.replace(known.getKey(), known.getKey().replaceAll("\\{[^}]+}", known.getValue()))
                                .replaceAll("\\{[^}]+}", "nonsense")))
                .orElse(List.of(nothing));
    }
}
