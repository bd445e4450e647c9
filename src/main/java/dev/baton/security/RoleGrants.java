package dev.baton.security;

import static dev.baton.security.Grant.onAll;

import dev.baton.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What each role may do, and no more. Nobody is granted tasks here: the engine grants a task to the person or group
 * that it is offered to.
 */
final class RoleGrants {

    private RoleGrants() {}

    static List<Grant> all() {
        return Stream.of(
                        administrators(),
                        operations(),
                        Roles.WORKING.stream().flatMap(RoleGrants::working),
                        managers(),
                        stakeholders(),
                        partners())
                .flatMap(grants -> grants)
                .toList();
    }

    private static Stream<Grant> administrators() {
        return Arrays.stream(Resources.values()).map(resource -> onAll(Roles.ADMINISTRATOR, resource, Permissions.ALL));
    }

    /**
     * Starting is granted per process, see {@link StartGrants}; the second half is the engine's, on the instance. The
     * history of a handoff is no secret inside the company, and Tasklist shows comments only to those who may read it.
     */
    private static Stream<Grant> working(String role) {
        return Stream.of(
                tasklist(role),
                onAll(
                        role,
                        Resources.PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_HISTORY),
                onAll(role, Resources.DECISION_DEFINITION, Permissions.READ),
                onAll(role, Resources.PROCESS_INSTANCE, ProcessInstancePermissions.CREATE));
    }

    /** Whoever leads people sees what they have to do, and works none of it. */
    private static Stream<Grant> managers() {
        return Stream.of(onAll(Role.MANAGER.key(), Resources.TASK, TaskPermissions.READ));
    }

    private static Stream<Grant> stakeholders() {
        return Stream.of(
                tasklist(Roles.STAKEHOLDER),
                onAll(
                        Roles.STAKEHOLDER,
                        Resources.PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY),
                onAll(Roles.STAKEHOLDER, Resources.DECISION_DEFINITION, Permissions.READ));
    }

    /** Partners see what they hold; what a diagram lets them start they may start. */
    private static Stream<Grant> partners() {
        return Stream.of(
                tasklist(Roles.PARTNER),
                onAll(Roles.PARTNER, Resources.PROCESS_INSTANCE, ProcessInstancePermissions.CREATE));
    }

    private static Stream<Grant> operations() {
        var role = Roles.OPERATIONS;
        return Stream.of(
                tasklist(role),
                Grant.on(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                onAll(role, Resources.DEPLOYMENT, Permissions.ALL),
                onAll(
                        role,
                        Resources.PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.UPDATE,
                        ProcessDefinitionPermissions.SUSPEND,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE,
                        ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                        ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                        ProcessDefinitionPermissions.RETRY_JOB,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.TASK_WORK,
                        ProcessDefinitionPermissions.TASK_ASSIGN,
                        ProcessDefinitionPermissions.READ_HISTORY),
                onAll(role, Resources.PROCESS_INSTANCE, ProcessInstancePermissions.CREATE),
                onAll(role, Resources.TASK, TaskPermissions.READ),
                onAll(role, Resources.DECISION_DEFINITION, Permissions.ALL),
                onAll(role, Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
                onAll(
                        role,
                        Resources.BATCH,
                        BatchPermissions.READ,
                        BatchPermissions.UPDATE,
                        BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES,
                        BatchPermissions.CREATE_BATCH_MODIFY_PROCESS_INSTANCES,
                        BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES,
                        BatchPermissions.CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND),
                onAll(role, Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
    }

    private static Grant tasklist(String role) {
        return Grant.on(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    }
}
