package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shared.Entrance;
import dev.baton.shared.Refusal;
import dev.baton.shared.Retryable;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;

class RetryInterceptorTests {

    private final SmallEngine small = SmallEngine.shared();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void deploy() {
        small.deploy(SmallEngine.process(
                "busy", "<bpmn:serviceTask id=\"middle\" camunda:delegateExpression=\"${delegate}\" />"));
        small.deploy(
                SmallEngine.process(
                        "later",
                        "<bpmn:serviceTask id=\"middle\" camunda:delegateExpression=\"${delegate}\" camunda:asyncBefore=\"true\" />"));
        small.deploy(SmallEngine.userTask("person"));
    }

    @AfterEach
    void idle() {
        small.beans().work = execution -> {};
        small.beans().whereIsTheTask = Optional.empty();
    }

    @Test
    void aCommandThatMeetsSomebodyElseIsRunAgain() {
        failing(3, () -> new OptimisticLockingException("other was faster"));

        assertThatCode(this::start).doesNotThrowAnyException();

        assertThat(runs).hasValue(4);
    }

    @Test
    void whatBatonMarksAsRetryableIsRunAgainHoweverDeepItIsWrapped() {
        failing(1, () -> new ProcessEngineException("wrapped", new TooLate()));

        assertThatCode(this::start).doesNotThrowAnyException();

        assertThat(runs).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "HYT00", "23505"})
    void whatTheDatabaseSaysOfTwoAtOnceIsRunAgain(String state) {
        failing(3, () -> new CannotAcquireLockException("busy", new SQLException("busy", state)));

        assertThatCode(this::start).doesNotThrowAnyException();

        assertThat(runs).hasValue(4);
    }

    @Test
    void whatTheEngineFoundHalfGoneIsLookedAtAgain() {
        failing(1, () -> {
            var stumbled = new NullPointerException("execution is null");
            stumbled.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("org.camunda.bpm.engine.impl.TaskEntity", "complete", "TaskEntity.java", 1)
            });
            return stumbled;
        });
        assertThatCode(this::start).doesNotThrowAnyException();

        failing(1, () -> new ProcessEngineException("half gone", new PropertyNotFoundException("receiverRole")));
        assertThatCode(this::start).doesNotThrowAnyException();

        failing(3, () -> new AuthorizationException("ben", "TASK_WORK", "Task", "4711"));
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void whatBatonItselfBreaksIsNotRunAgain() {
        failing(1, () -> new NullPointerException("ours"));

        assertThatThrownBy(this::start).isInstanceOf(NullPointerException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aLastingConflictBecomesASentenceForPeople() {
        failing(9, () -> new OptimisticLockingException("other was faster"));

        assertThatThrownBy(() -> Entrance.TASKLIST.during(() -> {
                    start();
                    return null;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Somebody changed this at the same moment.");

        assertThat(runs).hasValue(4);
        assertThat(Entrance.current()).isEqualTo(Entrance.ENGINE);
    }

    @Test
    void aLastingConflictOfTheEngineStaysItself() {
        failing(9, () -> new OptimisticLockingException("other was faster"));

        assertThatThrownBy(this::start).isInstanceOf(OptimisticLockingException.class);
    }

    @Test
    void aJobIsNotRunTwiceInOneGo() {
        var instance = small.engine.getRuntimeService().startProcessInstanceByKey("later");
        failing(9, () -> new OptimisticLockingException("other was faster"));
        var job = small.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();

        assertThatThrownBy(() -> small.engine.getManagementService().executeJob(job.getId()))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(runs).hasValue(1);
    }

    @Test
    void insideACallersTransactionNothingIsRunAgain() {
        failing(9, () -> new OptimisticLockingException("other was faster"));

        assertThatThrownBy(() -> small.transaction.executeWithoutResult(status -> start()))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(runs).hasValue(1);
    }

    @Test
    void aRefusalComesOutUnwrappedAndIsNotRunAgain() {
        var refusal = Refusal.of("team", "Name one accountable person.");
        failing(9, () -> new ProcessEngineException("while invoking listener", refusal));

        assertThatThrownBy(this::start).isSameAs(refusal);

        assertThat(runs).hasValue(1);
    }

    @Test
    void whoeverIsLateIsToldWhoHoldsTheWork() {
        small.beans().whereIsTheTask = Optional.of("Ben decides this review now.");
        var tasks = small.engine.getTaskService();

        for (Runnable late : new Runnable[] {
            () -> tasks.complete("gone"),
            () -> tasks.claim("gone", "maria"),
            () -> small.engine.getFormService().submitTaskForm("gone", Map.of())
        }) {
            assertThatThrownBy(() -> Entrance.ENGINE_REST.during(() -> {
                        late.run();
                        return null;
                    }))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Ben decides this review now.");
        }
    }

    @Test
    void whoeverIsLateGetsASentenceEvenWhenNobodyKnowsMore() {
        assertThatThrownBy(() -> Entrance.TASKLIST.during(() -> {
                    small.engine.getTaskService().complete("gone");
                    return null;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no longer open");
    }

    @Test
    void aTakenTaskNamesItsHolder() {
        var tasks = small.engine.getTaskService();
        var instance = small.engine.getRuntimeService().startProcessInstanceByKey("person");
        var task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        tasks.claim(task, "ben");

        assertThatThrownBy(() -> Entrance.TASKLIST.during(() -> {
                    tasks.claim(task, "maria");
                    return null;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("ben has already taken this task");
    }

    @Test
    void aStaleCopyIsNeverWrittenOverANewerOne() {
        var tasks = small.engine.getTaskService();
        var instance = small.engine.getRuntimeService().startProcessInstanceByKey("person");
        var mine = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        var theirs = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        theirs.setDescription("theirs");
        tasks.saveTask(theirs);
        mine.setDescription("mine");

        assertThatThrownBy(() -> Entrance.ENGINE_REST.during(() -> {
                    tasks.saveTask(mine);
                    return null;
                }))
                .isInstanceOf(Refusal.class);

        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getDescription())
                .isEqualTo("theirs");
    }

    private void failing(int times, java.util.function.Supplier<RuntimeException> with) {
        small.beans().work = execution -> {
            if (runs.getAndIncrement() < times) {
                throw with.get();
            }
        };
    }

    private void start() {
        small.engine.getRuntimeService().startProcessInstanceByKey("busy");
    }

    private static final class TooLate extends RuntimeException implements Retryable {
        private static final long serialVersionUID = 1L;
    }
}
