package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has ended, is suspended or is somebody else's answers as the table in docs/integration.md says. */
class EndedSuspendedForeignTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Test
    void theDocumentedTableIsWhatIsAnswered() throws Exception {
        var rows = new ArrayList<String>();
        for (var call : List.of(
                "GET /api/tasks/{task}",
                "POST /api/tasks/{task}",
                "GET /engine-rest/task/{task}",
                "GET /engine-rest/task/{task}/deployed-form",
                "POST /engine-rest/task/{task}/submit-form",
                "POST /engine-rest/task/{task}/complete",
                "POST /engine-rest/task/{task}/claim",
                "PATCH /api/handoffs/{id}/packages/strategyBrief",
                "POST /api/handoffs/{id}/cancel")) {
            rows.add("| `%s` | %d | %d | %d | %d |"
                    .formatted(call, ended(call), suspended(call), of(call, "sales"), of(call, newcomer("partner"))));
        }
        assertThat(Files.readString(Path.of("docs/integration.md"))).contains(String.join("\n", rows));
    }

    private int ended(String call) {
        var task = open();
        var handoff = handoff(task);
        as("manager").post("/api/handoffs/%s/cancel".formatted(handoff), "{\"reason\": \"Postponed\"}");
        return answered(call, "strategist", task.getId(), handoff);
    }

    private int suspended(String call) {
        var task = open();
        var handoff = handoff(task);
        var root = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(handoff)
                .rootProcessInstances()
                .singleResult()
                .getId();
        runtime.suspendProcessInstanceById(root);
        var status = answered(call, "strategist", task.getId(), handoff);
        runtime.activateProcessInstanceById(root);
        return status;
    }

    private int of(String call, String who) {
        var task = open();
        return answered(call, who, task.getId(), handoff(task));
    }

    private int answered(String call, String who, String task, String handoff) {
        var path = call.split(" ", 2)[1].replace("{task}", task).replace("{id}", handoff);
        var caller = as(who);
        return switch (call.split(" ", 2)[0]) {
            case "GET" -> caller.get(path).status();
            case "PATCH" ->
                caller.patch(path, "{\"offer\": \"x\"}", "If-Match", "\"1\"").status();
            default -> caller.post(path, body(path, who)).status();
        };
    }

    private static String body(String path, String who) {
        if (path.endsWith("/claim")) {
            return "{\"userId\": \"%s\"}".formatted(who);
        }
        return path.endsWith("/cancel") ? "{\"reason\": \"Postponed\"}" : "{}";
    }

    private Task open() {
        var handoff = started(Requests.incomplete(Requests.newKey()));
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).singleResult();
    }

    private String handoff(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
