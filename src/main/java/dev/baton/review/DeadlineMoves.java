package dev.baton.review;

import dev.baton.camunda.MovedDeadlines;
import dev.baton.camunda.TransactionRetry;
import dev.baton.handoff.Rights;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.Errors;
import dev.baton.process.JournalWriter;
import dev.baton.process.NotAllowed;
import dev.baton.process.NotRunning;
import dev.baton.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Moves the deadline of an open task, and writes every move into the journal, whichever call of the engine made it. */
@Service
public class DeadlineMoves implements MovedDeadlines {

    private static final long MOST_DAYS_AHEAD = 3660;
    private static final int LONGEST_REASON = 1000;

    private final TaskService tasks;
    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final Journal journal;
    private final Rights rights;
    private final TransactionRetry retry;
    private final AsEngine asEngine;
    private final JournalWriter writer;
    private static final ThreadLocal<@Nullable Move> MOVING = new ThreadLocal<>();

    /** What this thread does on somebody's word, and whether the journal has it. */
    private static final class Move {

        private final String reason;
        private boolean isTold;

        private Move(String reason) {
            this.reason = reason;
        }
    }

    DeadlineMoves(
            TaskService tasks,
            RepositoryService repository,
            Diagrams diagrams,
            Journal journal,
            Rights rights,
            TransactionRetry retry,
            AsEngine asEngine,
            JournalWriter writer) {
        this.tasks = tasks;
        this.repository = repository;
        this.diagrams = diagrams;
        this.journal = journal;
        this.rights = rights;
        this.retry = retry;
        this.asEngine = asEngine;
        this.writer = writer;
    }

    /**
     * Moves the deadline of an open task of a handoff: timer, due date and journal together.
     *
     * @throws NotAllowed when the person may not
     * @throws NotRunning when the handoff is over
     */
    public void move(Handoff handoff, @Nullable String task, @Nullable Instant due, @Nullable String reason) {
        rights.toMoveDeadlines(handoff);
        if (!handoff.open()) {
            throw NotRunning.over(handoff, "no deadline is left to move");
        }
        var errors = new Errors();
        if (task == null || task.isBlank()) {
            errors.add("task", "Say which task: the \"taskId\" of one of the \"holders\".");
        }
        if (due == null) {
            errors.add("due", "Say until when: a moment such as 2027-03-31T17:00:00Z.");
        } else if (!due.isAfter(writer.now()) || due.isAfter(writer.now().plus(MOST_DAYS_AHEAD, ChronoUnit.DAYS))) {
            errors.add("due", "%s is no deadline: give a moment from now on, within ten years.".formatted(due));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            errors.add("reason", "Say in one sentence why the deadline moves, in at most 1,000 characters.");
        }
        errors.refuseIfAny();
        if (task != null && due != null && reason != null) {
            asEngine.allowed(() -> retry.execute(() -> apply(handoff, task, due, reason.strip())));
        }
    }

    private String apply(Handoff handoff, String id, Instant due, String reason) {
        journal.lock(handoff.id());
        var task = tasks.createTaskQuery()
                .taskId(id)
                .processInstanceBusinessKey(handoff.id())
                .singleResult();
        if (task == null) {
            throw Refusal.of(
                    "task", "No task \"%s\" of this handoff is open: take one of its \"holders\".".formatted(id));
        }
        if (task.getDueDate() == null) {
            throw Refusal.of("task", "\"%s\" has no deadline that could move.".formatted(task.getName()));
        }
        var move = new Move(reason);
        MOVING.set(move);
        try {
            tasks.setDueDate(id, Date.from(due.truncatedTo(ChronoUnit.MILLIS)));
        } finally {
            MOVING.remove();
        }
        if (!move.isTold) {
            tell(handoff.id(), task, task.getDueDate().toInstant(), due, reason);
        }
        return id;
    }

    private void tell(String handoff, Task task, Instant from, Instant to, String reason) {
        writer.add(handoff, task.getTaskDefinitionKey(), new DeadlineMoved(task.getName(), from, to, reason));
    }

    @Override
    public void moved(DelegateTask task, Date from, Date to) {
        var handoff = task.getExecution().getProcessBusinessKey();
        if (handoff == null
                || diagrams.isForeign(task.getProcessDefinitionId())
                || journal.find(handoff).isEmpty()) {
            return;
        }
        var move = MOVING.get();
        var reason = move == null ? "Moved through the engine." : move.reason;
        writer.add(
                handoff,
                task.getTaskDefinitionKey(),
                new DeadlineMoved(task.getName(), from.toInstant(), to.toInstant(), reason));
        if (move != null) {
            move.isTold = true;
        }
    }

    @Override
    public void migrated(String instance, String definition) {
        journal.modelVersionOf(
                instance, repository.getProcessDefinition(definition).getVersion());
    }
}
