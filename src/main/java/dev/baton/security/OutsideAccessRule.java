package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;

/**
 * Whoever comes from outside, a partner or somebody without a role, addresses in the engine the tasks that they see, the
 * processes that they may start, their own account and filters; lists hold what their grants show. Whatever else they ask for gets one answer, so that nobody
 * learns from a status or a message which handoffs, tasks, processes or people there are.
 */
final class OutsideAccessRule implements AccessRule {

    private static final Pattern LISTS = Pattern.compile("/(?:task|process-definition|process-instance|execution"
            + "|variable-instance|event-subscription|external-task|job|job-definition|incident|batch|deployment"
            + "|decision-definition|decision-requirements-definition|case-definition|case-instance|case-execution"
            + "|authorization|user|group|tenant|schema/log"
            + "|history/(?:task|process-instance|activity-instance|variable-instance|detail|user-operation|incident"
            + "|job-log|identity-link-log|decision-instance|external-task-log|batch|case-instance"
            + "|case-activity-instance))(?:/count)?"
            + "|/engine|/version|/authorization/check|/identity/.*|/filter(?:/.*)?");
    private static final Pattern TASK = Pattern.compile("/task/([^/]+)(?:/.*)?");
    private static final Pattern PROCESS = Pattern.compile("/process-definition/(key/)?([^/]+)(?:/.*)?");
    private static final Pattern ACCOUNT = Pattern.compile("/user/([^/]+)(?:/.*)?");

    private final EngineAuthentication engine;
    private final TaskService tasks;
    private final RepositoryService repository;

    OutsideAccessRule(EngineAuthentication engine, TaskService tasks, RepositoryService repository) {
        this.engine = engine;
        this.tasks = tasks;
        this.repository = repository;
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.NOT_FOUND;
    }

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) {
        var path = EngineRestPath.of(request);
        return path.isEmpty() || !person.isOutside() || LISTS.matcher(path).matches() || isOwn(person, path)
                ? Optional.empty()
                : Optional.of("There is nothing here that you may see: you work on your own tasks.");
    }

    private boolean isOwn(EngineUser person, String path) {
        var account = ACCOUNT.matcher(path);
        if (account.matches()) {
            return account.group(1).equals(person.id());
        }
        var task = TASK.matcher(path);
        var process = PROCESS.matcher(path);
        return (task.matches() && engine.callAs(person, () -> seesTask(task.group(1))))
                || (process.matches()
                        && engine.callAs(person, () -> seesProcess(process.group(1) != null, process.group(2))));
    }

    private boolean seesTask(String id) {
        return tasks.createTaskQuery().taskId(id).count() > 0;
    }

    private boolean seesProcess(boolean byKey, String name) {
        var query = repository.createProcessDefinitionQuery();
        return (byKey ? query.processDefinitionKey(name) : query.processDefinitionId(name)).count() > 0;
    }
}
