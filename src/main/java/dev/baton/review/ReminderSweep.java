package dev.baton.review;

import dev.baton.calendar.Deadlines;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds of reviews that nobody answers: after the policy's hours, and again each time as many have passed, for as long
 * as the review is open. Every node of a cluster may sweep at the same moment; the table of reminders lets each reminder
 * happen once.
 */
@Component
public class ReminderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderSweep.class);

    /** No policy reminds before this time has passed. */
    private static final Duration SOONEST = Duration.ofMinutes(30);

    private static final int PAGE = 200;
    private static final int MORE_URGENT = 10;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final DeployedPolicies policies;
    private final Deadlines deadlines;
    private final JournalWriter journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReminderSweep(
            TaskService tasks,
            RuntimeService runtime,
            Diagrams diagrams,
            DeployedPolicies policies,
            Deadlines deadlines,
            JournalWriter journal,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.policies = policies;
        this.deadlines = deadlines;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Reminds of everything that is due for a reminder now. */
    public void sweep() {
        var old = tasks.createTaskQuery()
                .active()
                .taskCreatedBefore(Date.from(journal.now().minus(SOONEST)))
                .orderByTaskCreateTime()
                .asc();
        for (int first = 0; ; first += PAGE) {
            var page = old.listPage(first, PAGE);
            page.stream().filter(task -> task.getProcessDefinitionId() != null).forEach(this::remindIfDue);
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private void remindIfDue(Task task) {
        try {
            review(task).ifPresent(review -> remindIfDue(task, review));
        } catch (NullValueException | NotFoundException answered) {
            LOG.debug("{} was answered just now", task.getId());
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node has reminded of {} just now", task.getId());
        } catch (OptimisticLockingException changed) {
            LOG.debug("{} changes just now: the next sweep looks at it again", task.getId());
        } catch (RuntimeException failed) {
            LOG.warn("Nobody could be reminded of \"{}\" ({})", task.getName(), task.getId(), failed);
        }
    }

    private Optional<String> review(Task task) {
        return diagrams.node(task)
                .review(variable -> Optional.ofNullable(runtime.getVariable(task.getExecutionId(), variable))
                        .map(Object::toString));
    }

    private void remindIfDue(Task task, String review) {
        var number =
                number(policies.current().policy(review), task.getCreateTime().toInstant());
        if (number >= 1) {
            transaction.executeWithoutResult(status -> remind(task, review, number));
        }
    }

    private long number(ReviewPolicy policy, Instant asked) {
        return deadlines.spent(asked, journal.now()).dividedBy(policy.reminderAfter());
    }

    private void remind(Task task, String review, long number) {
        var known = jdbc.sql("select count(*) from baton_reminder where task_id = ? and number = ?")
                .param(task.getId())
                .param(number)
                .query(Integer.class)
                .single();
        if (known > 0) {
            return;
        }
        jdbc.sql("insert into baton_reminder (task_id, number, at) values (?, ?, ?)")
                .param(task.getId())
                .param(number)
                .param(journal.now().atOffset(ZoneOffset.UTC))
                .update();
        tasks.setPriority(task.getId(), task.getPriority() + MORE_URGENT);
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        journal.add(
                instance.getBusinessKey(),
                task.getTaskDefinitionKey(),
                new Reminded(review, number, task.getAssignee()));
    }
}
