package dev.baton.security;

import dev.baton.camunda.EngineRestObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.dto.task.CommentDto;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people who may not read history, partners above all, read and write the comments of a task that they hold or are
 * offered. The engine finds a task for its comments in the history only. Stands behind {@link CommentAccessRule}, which has looked
 * whether the person may see the task.
 */
final class TaskCommentFilter extends OncePerRequestFilter {

    private static final Pattern COMMENTS = Pattern.compile("/task/([^/]+)/comment(/create)?");
    private static final int LONGEST = 4000;

    private final CurrentUser current;
    private final EngineAuthentication engine;
    private final TaskService tasks;
    private final HistoryService history;

    TaskCommentFilter(CurrentUser current, EngineAuthentication engine, TaskService tasks, HistoryService history) {
        this.current = current;
        this.engine = engine;
        this.tasks = tasks;
        this.history = history;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var person = current.get();
        var asked = COMMENTS.matcher(EngineRestPath.of(request));
        if (person.isEmpty() || !asked.matches() || readsHistory(person.get(), asked.group(1))) {
            next.doFilter(request, response);
        } else if (asked.group(2) == null && request.getMethod().equals("GET")) {
            answer(
                    tasks.getTaskComments(asked.group(1)).stream()
                            .map(CommentDto::fromComment)
                            .toList(),
                    response);
        } else if (asked.group(2) != null && request.getMethod().equals("POST")) {
            comment(person.get(), asked.group(1), request, response);
        } else {
            next.doFilter(request, response);
        }
    }

    private boolean readsHistory(EngineUser person, String task) {
        return engine.callAs(
                        person,
                        () -> history.createHistoricTaskInstanceQuery()
                                .taskId(task)
                                .count())
                > 0;
    }

    private void comment(EngineUser person, String task, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var message = JsonBody.valuesOf("message", request);
        if (message.size() != 1 || message.get(0).isBlank() || message.get(0).length() > LONGEST) {
            ErrorResponse.with(
                    HttpStatus.BAD_REQUEST,
                    String.format(
                            Locale.ENGLISH, "Write your comment as \"message\", in at most %,d characters.", LONGEST),
                    request,
                    response);
            return;
        }
        var written = engine.callAs(person, () -> {
            var open = tasks.createTaskQuery().taskId(task).singleResult();
            return tasks.createComment(task, open.getProcessInstanceId(), message.get(0));
        });
        answer(CommentDto.fromComment(written), response);
    }

    private static void answer(Object answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(EngineRestObjectMapper.MAPPER.writeValueAsBytes(answer));
    }
}
