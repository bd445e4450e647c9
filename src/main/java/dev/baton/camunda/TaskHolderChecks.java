package dev.baton.camunda;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Has {@link TaskHolderRule} checked after whatever a person did to them: assigning, claiming, delegating, adding and taking
 * away candidates all end in the engine's operation log, whichever call they came from.
 */
final class TaskHolderChecks {

    private static final List<String> HOLDERS = List.of(TaskEntity.ASSIGNEE, TaskEntity.OWNER);

    private final Supplier<List<TaskHolderRule>> rules;

    TaskHolderChecks(Supplier<List<TaskHolderRule>> rules) {
        this.rules = rules;
    }

    void after(HistoryEvent event) {
        if (!(event instanceof UserOperationLogEntryEventEntity entry) || !changesHolders(entry)) {
            return;
        }
        var command = Context.getCommandContext();
        var task = command.getTaskManager().findTaskById(entry.getTaskId());
        if (task == null) {
            return;
        }
        if (UserOperationLogEntry.OPERATION_TYPE_CLAIM.equals(entry.getOperationType())) {
            demandOwnClaim(task);
        }
        command.runWithoutAuthorization(() -> {
            rules.get().forEach(rule -> rule.check(task, candidates(task)));
            return null;
        });
    }

    /** The engine's own answer still has those that this very command takes away. */
    private static List<IdentityLinkEntity> candidates(TaskEntity task) {
        return task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .filter(link ->
                        !Context.getCommandContext().getDbEntityManager().isDeleted(link))
                .toList();
    }

    private static boolean changesHolders(UserOperationLogEntryEventEntity entry) {
        return entry.getTaskId() != null
                && (EntityTypes.IDENTITY_LINK.equals(entry.getEntityType())
                        || HOLDERS.stream().anyMatch(property -> property.equals(entry.getProperty())));
    }

    /** The engine asks for fewer rights to claim than to assign, and takes any user id. */
    private static void demandOwnClaim(TaskEntity task) {
        var command = Context.getCommandContext();
        if (task.getAssignee() == null || task.getAssignee().equals(command.getAuthenticatedUserId())) {
            return;
        }
        try {
            command.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskAssign(task));
        } catch (AuthorizationException mayNotAssign) {
            throw new AuthorizationException(
                    "You claim a task for yourself: send your own user id, or ask operations to give it to somebody else.");
        }
    }
}
