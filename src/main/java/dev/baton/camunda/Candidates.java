package dev.baton.camunda;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;

/** The groups that may take a task. */
public final class Candidates {

    private Candidates() {}

    /**
     * Takes a group off a task together with its grant. The engine's own way asks the database, which does not know the
     * groups of a task that is being created.
     */
    public static void remove(DelegateTask task, String group) {
        var links = ((TaskEntity) task).getIdentityLinks();
        links.stream().filter(link -> isCandidate(link, group)).toList().forEach(link -> {
            links.remove(link);
            link.delete();
        });
        Context.getProcessEngineConfiguration()
                .getResourceAuthorizationProvider()
                .deleteTaskGroupIdentityLink((TaskEntity) task, group, IdentityLinkType.CANDIDATE);
    }

    private static boolean isCandidate(IdentityLinkEntity link, String group) {
        return IdentityLinkType.CANDIDATE.equals(link.getType()) && group.equals(link.getGroupId());
    }
}
