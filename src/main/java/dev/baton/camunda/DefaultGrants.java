package dev.baton.camunda;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a task may work on it; who no longer holds it may not: the engine alone never takes a grant back. People read
 * and change their own account, and do not delete it.
 */
final class DefaultGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
        var own = createGrantAuthorization(
                user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE);
        return new AuthorizationEntity[] {own};
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee) && !oldAssignee.equals(task.getOwner())) {
            takeBack(task, oldAssignee, null);
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(
            Task task, @Nullable String oldOwner, @Nullable String newOwner) {
        if (oldOwner != null && !oldOwner.equals(newOwner) && !oldOwner.equals(task.getAssignee())) {
            takeBack(task, oldOwner, null);
        }
        return super.newTaskOwner(task, oldOwner, newOwner);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String user, String type) {
        if (!user.equals(task.getAssignee()) && !user.equals(task.getOwner())) {
            takeBack(task, user, null, type);
        }
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        takeBack(task, null, group, type);
        return null;
    }

    private void takeBack(Task task, String user, @Nullable String group) {
        takeBack(task, user, group, IdentityLinkType.ASSIGNEE);
    }

    private void takeBack(Task task, @Nullable String user, @Nullable String group, String leaving) {
        var stillLinked = ((TaskEntity) task)
                .getIdentityLinks().stream()
                        .filter(link -> !leaving.equals(link.getType()))
                        .anyMatch(link -> isFor(link, user, group));
        if (stillLinked) {
            return;
        }
        var command = Context.getCommandContext();
        command.runWithoutAuthorization(() -> {
            grants(task, user, group).distinct().toList().forEach(command.getAuthorizationManager()::delete);
            return null;
        });
    }

    /**
     * The stored grant, and one that this very transaction has made and not yet written. The stored grants of a task
     * that goes are deleted with it, all at once.
     */
    private Stream<AuthorizationEntity> grants(Task task, @Nullable String user, @Nullable String group) {
        var stored = ((TaskEntity) task).isDeleted()
                ? null
                : Context.getCommandContext()
                        .getAuthorizationManager()
                        .findAuthorization(Authorization.AUTH_TYPE_GRANT, user, group, Resources.TASK, task.getId());
        var fresh =
                Context.getCommandContext()
                        .getDbEntityManager()
                        .getCachedEntitiesByType(AuthorizationEntity.class)
                        .stream()
                        .filter(grant ->
                                hasEntitySameAuthorizationRights(grant, user, group, Resources.TASK, task.getId()));
        return Stream.concat(Stream.ofNullable(stored), fresh);
    }

    private static boolean isFor(IdentityLink link, @Nullable String user, @Nullable String group) {
        return user != null ? user.equals(link.getUserId()) : Objects.equals(group, link.getGroupId());
    }
}
