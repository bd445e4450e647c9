package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;

/** What somebody has said or attached is changed and deleted by that person only, whatever others may do with the task. */
final class AuthorAccessRule implements AccessRule {

    private static final Pattern REMARK =
            Pattern.compile("/(task|process-instance)/([^/]+)/(comment|attachment)(?:/([^/]+))?");
    private static final String REFUSAL = "Only whoever wrote a comment or attached a link changes or deletes it.";

    private final TaskService tasks;
    private final HistoryService history;

    AuthorAccessRule(TaskService tasks, HistoryService history) {
        this.tasks = tasks;
        this.history = history;
    }

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) throws IOException {
        var remark = REMARK.matcher(EngineRestPath.of(request));
        if (EndpointKind.isRead(request) || request.getMethod().equals("POST") || !remark.matches()) {
            return Optional.empty();
        }
        var isOfATask = remark.group(1).equals("task");
        var authors = remark.group(3).equals("attachment")
                ? authorsOfAttachments(remark.group(2), remark.group(4))
                : authors(comments(isOfATask, remark.group(2)), meant(request, remark.group(4)));
        return authors.allMatch(person.id()::equals) ? Optional.empty() : Optional.of(REFUSAL);
    }

    /** Which one; null: all of them. A change names it in its body. */
    private static @Nullable String meant(HttpServletRequest request, @Nullable String inPath) throws IOException {
        return request.getMethod().equals("PUT") ? String.join(",", JsonBody.valuesOf("id", request)) : inPath;
    }

    private List<Comment> comments(boolean ofATask, String id) {
        return ofATask ? tasks.getTaskComments(id) : tasks.getProcessInstanceComments(id);
    }

    private static Stream<String> authors(List<Comment> comments, @Nullable String meant) {
        return comments.stream()
                .filter(comment -> meant == null || meant.equals(comment.getId()))
                .map(comment -> String.valueOf(comment.getUserId()));
    }

    private Stream<String> authorsOfAttachments(String task, @Nullable String meant) {
        var added = history.createUserOperationLogQuery()
                .taskId(task)
                .entityType(EntityTypes.ATTACHMENT)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT)
                .list();
        return tasks.getTaskAttachments(task).stream()
                .filter(attachment -> meant == null || meant.equals(attachment.getId()))
                .map(attachment -> author(attachment, added));
    }

    /** The engine keeps no author with an attachment; its log does, for one of that name at that moment. */
    private static String author(Attachment attachment, List<UserOperationLogEntry> added) {
        return added.stream()
                .filter(entry -> String.valueOf(attachment.getName()).equals(entry.getNewValue()))
                .min(Comparator.comparing(entry -> between(entry.getTimestamp(), attachment.getCreateTime())))
                .map(UserOperationLogEntry::getUserId)
                .orElse("");
    }

    private static Duration between(Date one, Date other) {
        return Duration.between(one.toInstant(), other.toInstant()).abs();
    }
}
