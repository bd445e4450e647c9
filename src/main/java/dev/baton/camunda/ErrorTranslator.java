package dev.baton.camunda;

import dev.baton.shared.Entrance;
import dev.baton.shared.Refusal;
import dev.baton.shared.Retryable;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Turns what a command threw into what a person can act on. */
final class ErrorTranslator {

    private static final String TAKEN = "23505";

    /** Serialization failure, deadlock, H2's wait for a row, and a unique key that somebody else took a moment before. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "HYT00", TAKEN);

    /** The class of data that does not fit its column. */
    private static final String DATA = "22";

    static final String SUSPENDED =
            "Operations have suspended this handoff: its tasks take nothing until they activate it."
                    + " Nothing of yours is lost: the task is open as it was. Keep your answer and send it when the handoff goes on.";

    private static final Pattern NO_SUCH_TASK = Pattern.compile("Cannot find task with id '?([^\\s':]+)");

    private final Supplier<@Nullable ClosedTaskExplanation> lateTask;

    ErrorTranslator(Supplier<@Nullable ClosedTaskExplanation> lateTask) {
        this.lateTask = lateTask;
    }

    static boolean maySucceedLater(RuntimeException thrown) {
        return isConflict(thrown)
                || has(thrown, cause -> cause instanceof Retryable || isHalfRead(cause) || isGrantGone(cause));
    }

    RuntimeException inWords(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        if (!Entrance.current().isPerson() || Context.getJobExecutorContext() != null) {
            return thrown;
        }
        if (thrown instanceof TaskAlreadyClaimedException taken) {
            return because(
                    Refusal.of(
                            "task",
                            "%s has already taken this task. Reload your task list."
                                    .formatted(taken.getTaskAssignee())),
                    thrown);
        }
        if (has(thrown, SuspendedEntityInteractionException.class::isInstance)) {
            return because(new Refusal(Refusal.Kind.CONFLICT, suspended(thrown), List.of()), thrown);
        }
        var missing = NO_SUCH_TASK.matcher(String.valueOf(thrown.getMessage()));
        if (missing.find()) {
            return because(new Refusal(Refusal.Kind.CONFLICT, whereIs(missing.group(1)), List.of()), thrown);
        }
        if (has(thrown, cause -> cause instanceof SQLException sql && hasState(sql, TAKEN::equals))) {
            return because(new Refusal("It is there already: nothing was changed."), thrown);
        }
        if (isConflict(thrown)) {
            return because(
                    new Refusal(
                            Refusal.Kind.CONFLICT,
                            "Somebody changed this at the same moment. Look at it again and repeat what you did.",
                            List.of()),
                    thrown);
        }
        if (Entrance.current() != Entrance.API
                && (thrown instanceof ProcessEngineException || thrown instanceof NullPointerException)) {
            var fault = ClientErrorMessages.inWords(String.valueOf(thrown.getMessage()));
            if (fault.isPresent()) {
                return because(fault.get(), thrown);
            }
        }
        if (thrown instanceof TreeBuilderException broken) {
            return because(
                    new Refusal("An expression of this query cannot be read: %s.".formatted(broken.getMessage())),
                    thrown);
        }
        if (has(thrown, cause -> cause instanceof SQLException sql && isUnfit(sql))) {
            return because(
                    new Refusal("A text, a number or a moment is beyond what the database keeps: shorten it."), thrown);
        }
        return thrown;
    }

    private static String suspended(RuntimeException thrown) {
        return String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains("process definition")
                ? "Operations have suspended this model: nothing starts by it until they activate it. Ask them when."
                : SUSPENDED;
    }

    private String whereIs(String task) {
        var known = lateTask.get();
        return (known == null ? Optional.<String>empty() : known.sentence(task))
                .orElse(
                        "This task is no longer open: somebody has finished it, or the work has moved on. Reload your task list.");
    }

    private static Refusal because(Refusal refusal, RuntimeException cause) {
        refusal.initCause(cause);
        return refusal;
    }

    static boolean isConflict(RuntimeException thrown) {
        return has(
                thrown,
                cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || cause instanceof QueryTimeoutException
                        || (cause instanceof SQLException sql && isCollision(sql)));
    }

    /** The engine reads in several steps and stumbles over what somebody else has finished in between, variables too. */
    private static boolean isHalfRead(Throwable thrown) {
        var steps = thrown.getStackTrace();
        return thrown instanceof PropertyNotFoundException
                || (thrown instanceof NullPointerException
                        && steps.length > 0
                        && steps[0].getClassName().startsWith("org.camunda.bpm.engine.impl."));
    }

    /** A task's grants go with the task: whoever finds the one without the other comes a moment too late. */
    private static boolean isGrantGone(Throwable thrown) {
        return thrown instanceof AuthorizationException denied
                && denied.getMissingAuthorizations().stream()
                        .anyMatch(
                                missing -> "Task".equals(missing.getResourceType()) && missing.getResourceId() != null);
    }

    private static boolean isCollision(SQLException first) {
        return hasState(first, COLLISIONS::contains);
    }

    private static boolean isUnfit(SQLException first) {
        return hasState(first, state -> state.startsWith(DATA));
    }

    private static boolean hasState(SQLException first, Predicate<String> which) {
        for (var each = first; each != null; each = each.getNextException()) {
            if (each.getSQLState() != null && which.test(each.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable thrown, Predicate<Throwable> what) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (what.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
