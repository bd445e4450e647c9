package dev.baton.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** Whether anybody has set a variable since it came into being. */
public final class Written {

    private static final long AT_FIRST = 1;

    private Written() {}

    /** True where a scope's own variable was set again, in whatever transaction; without reading its value. */
    public static boolean again(VariableScope scope, String variable) {
        return ((AbstractVariableScope) scope).getVariableInstanceLocal(variable)
                        instanceof VariableInstanceEntity entity
                && entity.getSequenceCounter() > AT_FIRST;
    }
}
