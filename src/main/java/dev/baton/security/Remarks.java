package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

/**
 * Comments and attachments belong to those who may see their task or handoff. The engine hands them to everyone who
 * knows an id.
 */
final class Remarks implements Limits.Limit {

    private static final Pattern OF_A_TASK = Pattern.compile("/task/([^/]+)/(?:comment|attachment)(?:/.*)?");
    private static final Pattern OF_A_HANDOFF =
            Pattern.compile("/(?:history/)?process-instance/([^/]+)/(?:comment|attachment)(?:/.*)?");

    private final InPersonsName engine;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;

    Remarks(InPersonsName engine, TaskService tasks, RuntimeService runtime, HistoryService history) {
        this.engine = engine;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
    }

    @Override
    public Optional<String> refusal(SignedIn person, HttpServletRequest request) throws IOException {
        var path = EnginePath.of(request);
        var task = OF_A_TASK.matcher(path);
        if (task.matches()) {
            return refusalForTask(person, task.group(1), request);
        }
        var handoff = OF_A_HANDOFF.matcher(path);
        if (handoff.matches() && !maySeeHandoff(person, handoff.group(1))) {
            return Optional.of("You may not see this handoff.");
        }
        return Optional.empty();
    }

    private Optional<String> refusalForTask(SignedIn person, String id, HttpServletRequest request) throws IOException {
        var open = engine.ask(person, () -> tasks.createTaskQuery().taskId(id).singleResult());
        if (open == null) {
            return Door.isRead(request) && mayReadEndedTask(person, id)
                    ? Optional.empty()
                    : Optional.of("You may not see this task.");
        }
        if (Door.isRead(request) || namesNoOtherHandoff(request, open.getProcessInstanceId())) {
            return Optional.empty();
        }
        return Optional.of("A remark on a task belongs to the handoff of that task.");
    }

    private boolean mayReadEndedTask(SignedIn person, String id) {
        return engine.ask(
                        person,
                        () -> history.createHistoricTaskInstanceQuery()
                                .taskId(id)
                                .count())
                > 0;
    }

    private boolean maySeeHandoff(SignedIn person, String id) {
        return engine.ask(
                person,
                () -> runtime.createProcessInstanceQuery().processInstanceId(id).count() > 0
                        || history.createHistoricProcessInstanceQuery()
                                        .processInstanceId(id)
                                        .count()
                                > 0);
    }

    /** A comment is written on a task, but its body may name any process instance. */
    private static boolean namesNoOtherHandoff(HttpServletRequest request, String handoff) throws IOException {
        return !EnginePath.of(request).endsWith("/comment/create")
                || RememberedBody.valuesOf("processInstanceId", request).stream()
                        .allMatch(handoff::equals);
    }
}
