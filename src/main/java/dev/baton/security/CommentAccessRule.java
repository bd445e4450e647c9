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
final class CommentAccessRule implements AccessRule {

    private static final Pattern OF_A_TASK = Pattern.compile("/task/([^/]+)/(?:comment|attachment)(?:/.*)?");
    private static final Pattern OF_A_HANDOFF =
            Pattern.compile("/(?:history/)?process-instance/([^/]+)/(?:comment|attachment)(?:/.*)?");

    private final EngineAuthentication engine;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;

    CommentAccessRule(EngineAuthentication engine, TaskService tasks, RuntimeService runtime, HistoryService history) {
        this.engine = engine;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
    }

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) throws IOException {
        var path = EngineRestPath.of(request);
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

    private Optional<String> refusalForTask(EngineUser person, String id, HttpServletRequest request)
            throws IOException {
        var open =
                engine.callAs(person, () -> tasks.createTaskQuery().taskId(id).singleResult());
        if (open == null) {
            return EndpointKind.isRead(request) && mayReadEndedTask(person, id)
                    ? Optional.empty()
                    : Optional.of("You may not see this task.");
        }
        if (EndpointKind.isRead(request) || namesNoOtherHandoff(request, open.getProcessInstanceId())) {
            return Optional.empty();
        }
        return Optional.of("A remark on a task belongs to the handoff of that task.");
    }

    private boolean mayReadEndedTask(EngineUser person, String id) {
        return engine.callAs(
                        person,
                        () -> history.createHistoricTaskInstanceQuery()
                                .taskId(id)
                                .count())
                > 0;
    }

    private boolean maySeeHandoff(EngineUser person, String id) {
        return engine.callAs(
                person,
                () -> runtime.createProcessInstanceQuery().processInstanceId(id).count() > 0
                        || history.createHistoricProcessInstanceQuery()
                                        .processInstanceId(id)
                                        .count()
                                > 0);
    }

    /** A comment is written on a task, but its body may name any process instance. */
    private static boolean namesNoOtherHandoff(HttpServletRequest request, String handoff) throws IOException {
        return !EngineRestPath.of(request).endsWith("/comment/create")
                || JsonBody.valuesOf("processInstanceId", request).stream().allMatch(handoff::equals);
    }
}
