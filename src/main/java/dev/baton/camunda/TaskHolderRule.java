package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

/** Asked, in the transaction that does it, when somebody changes who holds a task or may take it. */
@FunctionalInterface
public interface TaskHolderRule {

    /**
     * Sees the task as it is after the change.
     *
     * @param candidates the people and groups that may take it now
     * @throws Refusal when nobody would hold it, or somebody who may not
     */
    void check(DelegateTask task, List<? extends IdentityLink> candidates);
}
