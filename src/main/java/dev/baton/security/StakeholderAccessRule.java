package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;

/**
 * A stakeholder sees and does not decide, apart from the tasks that are offered to stakeholders or assigned to that very
 * person, and the own password.
 */
final class StakeholderAccessRule implements AccessRule {

    private static final Pattern QUERY =
            Pattern.compile("/(?:task|process-instance|execution|variable-instance|job|incident|process-definition"
                    + "|history/(?:task|process-instance|variable-instance|activity-instance|detail))(?:/count)?"
                    + "|/filter/[^/]+/(?:list|count|singleResult)"
                    + "|/identity/password-policy|/authorization/check");
    private static final Pattern ANSWER = Pattern.compile("/task/([^/]+)/(?:complete|submit-form)");
    private static final Pattern API_ANSWER = Pattern.compile("/api/tasks/([^/]+)");
    private static final Pattern CLAIM = Pattern.compile("/task/([^/]+)/claim");
    private static final Pattern OWN_RECORD = Pattern.compile("/user/([^/]+)/(?:profile|credentials)");
    private static final Pattern API_QUERY = Pattern.compile("/api/(?:contracts/[^/]+/check|model-selection|plans)");

    private static final Pattern OWN_TOKENS = Pattern.compile("/api/tokens(?:/[^/]+)?");

    private final EngineAuthentication engine;
    private final TaskService tasks;

    StakeholderAccessRule(EngineAuthentication engine, TaskService tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) {
        if (!person.onlyA(Roles.STAKEHOLDER)
                || EndpointKind.isRead(request)
                || EndpointKind.of(request) == EndpointKind.SIGN_IN) {
            return Optional.empty();
        }
        return isAllowed(person, request)
                ? Optional.empty()
                : Optional.of("Stakeholders see and do not decide; only a task assigned to you takes your answer.");
    }

    private boolean isAllowed(EngineUser person, HttpServletRequest request) {
        if (OWN_TOKENS.matcher(EndpointKind.pathOf(request)).matches()) {
            return true;
        }
        var path = EngineRestPath.of(request);
        if (request.getMethod().equals("POST")) {
            var answer = ANSWER.matcher(path);
            var apiAnswer = API_ANSWER.matcher(EndpointKind.pathOf(request));
            var claim = CLAIM.matcher(path);
            return QUERY.matcher(path).matches()
                    || API_QUERY.matcher(EndpointKind.pathOf(request)).matches()
                    || (answer.matches() && isAssigned(person, answer.group(1)))
                    || (apiAnswer.matches() && isAssigned(person, apiAnswer.group(1)))
                    || (claim.matches() && isOffered(person, claim.group(1)));
        }
        var own = OWN_RECORD.matcher(path);
        return request.getMethod().equals("PUT")
                && own.matches()
                && own.group(1).equals(person.id());
    }

    private boolean isAssigned(EngineUser person, String task) {
        return engine.callAs(
                        person,
                        () -> tasks.createTaskQuery()
                                .taskId(task)
                                .taskAssignee(person.id())
                                .count())
                > 0;
    }

    private boolean isOffered(EngineUser person, String task) {
        return engine.callAs(
                        person,
                        () -> tasks.createTaskQuery()
                                .taskId(task)
                                .taskCandidateGroup(Roles.STAKEHOLDER)
                                .includeAssignedTasks()
                                .count())
                > 0;
    }
}
