package dev.baton.engine;

import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** The timers that hang on a task. */
public final class TaskTimers {

    private TaskTimers() {}

    /** When the first of them is due, which is when the task is; empty for a task without one. */
    public static Optional<Date> due(DelegateTask task) {
        return ((ExecutionEntity) task.getExecution())
                .getJobs().stream()
                        .filter(TimerEntity.class::isInstance)
                        .filter(timer -> timer.getJobHandlerConfiguration() != null)
                        .map(TimerEntity.class::cast)
                        .map(TimerEntity::getDuedate)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
    }
}
