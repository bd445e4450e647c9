package dev.baton.security;

import dev.baton.camunda.TransactionRetry;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates at each start what is missing: the roles as groups, their grants, the ready filters. What an administrator
 * changed stays as it is. All of it is one transaction, so that two nodes starting at once do it once.
 */
@Component
class Provisioning {

    /** Before demo people and the first administrator. */
    static final int ORDER = -100;

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TasklistFilters filters;
    private final StartGrants starts;
    private final TransactionRetry retry;

    Provisioning(
            IdentityService identity,
            AuthorizationService authorizations,
            TasklistFilters filters,
            StartGrants starts,
            TransactionRetry retry) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.starts = starts;
        this.retry = retry;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(ORDER)
    void provision() {
        retry.execute(() -> {
            all();
            return true;
        });
    }

    private void all() {
        Roles.ALL.forEach(this::group);
        RoleGrants.all().forEach(grant -> grant(authorizations, grant));
        ownAccounts();
        filters.create();
        starts.create();
    }

    /** Earlier versions let people delete themselves: the engine had granted everything to each on their own account. */
    private void ownAccounts() {
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .resourceType(Resources.USER)
                .hasPermission(Permissions.DELETE)
                .list()
                .stream()
                .filter(grant -> grant.getResourceId().equals(grant.getUserId()))
                .forEach(grant -> {
                    grant.setPermissions(new Permission[] {Permissions.READ, Permissions.UPDATE});
                    authorizations.saveAuthorization(grant);
                });
    }

    private void group(String id) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        var group = identity.newGroup(id);
        var isRole = !id.equals(Roles.ADMINISTRATOR);
        group.setName(isRole ? nameOf(id) : "Administrators");
        group.setType(isRole ? "WORKFLOW" : "SYSTEM");
        identity.saveGroup(group);
    }

    private static String nameOf(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
    }

    static void grant(AuthorizationService authorizations, Grant grant) {
        var exists = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(grant.group())
                        .resourceType(grant.resource())
                        .resourceId(grant.id())
                        .count()
                > 0;
        if (exists) {
            return;
        }
        var row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(grant.group());
        row.setResource(grant.resource());
        row.setResourceId(grant.id());
        row.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }
}
