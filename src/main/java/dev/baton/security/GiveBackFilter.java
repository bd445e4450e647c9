package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people give back a task that they hold and that is offered to them: others see it again. The engine would ask for the
 * right to give it to anybody.
 */
final class GiveBackFilter extends OncePerRequestFilter {

    private static final Pattern UNCLAIM = Pattern.compile("/task/([^/]+)/unclaim");

    private final CurrentUser current;
    private final EngineAuthentication engine;
    private final TaskService tasks;

    GiveBackFilter(CurrentUser current, EngineAuthentication engine, TaskService tasks) {
        this.current = current;
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var asked = UNCLAIM.matcher(EngineRestPath.of(request));
        var person = current.get();
        if (person.isEmpty()
                || !asked.matches()
                || !request.getMethod().equals("POST")
                || !isHeldByAndOfferedTo(person.get(), asked.group(1))) {
            next.doFilter(request, response);
            return;
        }
        var allowed = new EngineUser(
                person.get().id(), List.of(Roles.ADMINISTRATOR), person.get().tenants());
        engine.callAs(allowed, () -> {
            tasks.setAssignee(asked.group(1), null);
            return asked;
        });
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** What a partner gives back would show to every partner. */
    private boolean isHeldByAndOfferedTo(EngineUser person, String task) {
        var groups = new ArrayList<>(person.groups());
        groups.remove(Roles.PARTNER);
        return !groups.isEmpty()
                && tasks.createTaskQuery()
                                .taskId(task)
                                .taskAssignee(person.id())
                                .active()
                                .taskCandidateGroupIn(groups)
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }
}
