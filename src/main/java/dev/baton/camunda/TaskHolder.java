package dev.baton.camunda;

import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes who holds a task as Baton's own deed: assignee and owner in one step, also while operations have halted the
 * handoff, and without the checks of what people do by hand.
 */
@Component
public class TaskHolder {

    private final ProcessEngineConfigurationImpl engine;

    TaskHolder(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /**
     * Sets both.
     *
     * @throws OptimisticLockingException where somebody has ended the task meanwhile
     */
    public void set(String task, @Nullable String assignee, @Nullable String owner) {
        engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    var found = Optional.ofNullable(command.getTaskManager().findTaskById(task))
                            .orElseThrow(() ->
                                    new OptimisticLockingException("Somebody ended a task while it changed hands."));
                    set(found, assignee, owner);
                    return found;
                }));
    }

    private static void set(TaskEntity task, @Nullable String assignee, @Nullable String owner) {
        var suspension = task.getSuspensionState();
        task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        task.setOwner(owner);
        task.setAssignee(assignee);
        task.setSuspensionState(suspension);
        task.triggerUpdateEvent();
    }
}
