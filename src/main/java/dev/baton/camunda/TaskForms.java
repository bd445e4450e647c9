package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * What people see of tasks and starts beyond what is stored, and what of their answers reaches the process. Runs inside
 * the engine's command, without the rights of the person who asks: the engine has checked those before.
 */
public interface TaskForms {

    /** The form of a task as people get it. */
    String served(DelegateTask task, String stored);

    /** The form of a start as people get it. */
    String servedStart(String definition, String stored);

    /**
     * Adds what the form of a task shows to what its variables hold.
     *
     * @param names the variables that were asked for; null for all
     */
    void addVariables(DelegateTask task, @Nullable Collection<String> names, VariableMap variables);

    /**
     * Checks what a person answers, keeps what has a home of its own, and gives back what becomes variables of the
     * process.
     *
     * @param completes false where a delegated task is only handed back
     * @throws Refusal when the form in force does not ask for it, or asks for more
     */
    Map<String, Object> taken(DelegateTask task, Map<String, Object> answers, boolean completes);
}
