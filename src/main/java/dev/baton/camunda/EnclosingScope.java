package dev.baton.camunda;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Where a diagram goes on when a task is gone: what is kept there for one task is not mixed up with a parallel one. */
public final class EnclosingScope {

    private EnclosingScope() {}

    public static VariableScope of(DelegateTask task) {
        var execution = (ExecutionEntity) task.getExecution();
        return execution.getActivity().isScope() ? execution.getParent() : execution;
    }
}
