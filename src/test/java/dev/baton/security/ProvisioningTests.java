package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import dev.baton.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ProvisioningTests {

    private static final List<String> FOR_ALL = List.of("What I can do now", "My tasks");
    private static final List<String> FOR_ROLES =
            List.of("My groups' tasks", "Due in 24 hours", "Overdue", "Waiting for clarification");
    private static final List<String> FOR_OVERSEERS = List.of("All open tasks");
    private static final List<String> READY =
            Stream.of(FOR_ALL, FOR_ROLES, FOR_OVERSEERS).flatMap(List::stream).toList();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Provisioning provisioning;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Test
    void everyRoleIsAGroup() {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(
                                identity.createGroupQuery().groupId(role.key()).count())
                        .isEqualTo(1));
    }

    @Test
    void aSecondStartAddsNothing() {
        var groups = identity.createGroupQuery().count();
        var grants = authorizations.createAuthorizationQuery().count();
        provisioning.provision();
        assertThat(identity.createGroupQuery().count()).isEqualTo(groups);
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsOnlyOnceElementsOf(READY);
    }

    @Test
    void whoMightDeleteTheirOwnAccountMayOnlyChangeItAfterTheNextStart() {
        var ben = people.named("analyst");
        var grant = authorizations
                .createAuthorizationQuery()
                .userIdIn(ben)
                .resourceType(Resources.USER)
                .resourceId(ben)
                .singleResult();
        grant.setPermissions(new Permission[] {Permissions.ALL});
        authorizations.saveAuthorization(grant);

        provisioning.provision();

        assertThat(authorizations.isUserAuthorized(ben, List.of(), Permissions.UPDATE, Resources.USER, ben))
                .isTrue();
        assertThat(authorizations.isUserAuthorized(ben, List.of(), Permissions.DELETE, Resources.USER, ben))
                .isFalse();
    }

    @Test
    void whatADiagramNoLongerGrantsIsTakenBackAndWhatAnAdministratorGrantedStays() {
        var other = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        other.setGroupId(Role.LEGAL.key());
        other.setResource(Resources.PROCESS_DEFINITION);
        other.setResourceId("transfer");
        other.setPermissions(new Permission[] {ProcessDefinitionPermissions.READ_INSTANCE});
        authorizations.saveAuthorization(other);
        Provisioning.grant(
                authorizations,
                Grant.on(
                        Role.SALES.key(),
                        Resources.PROCESS_DEFINITION,
                        "transfer",
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE));

        provisioning.provision();

        assertThat(grants("transfer"))
                .contains(Role.STRATEGIST.key(), Role.LEGAL.key())
                .doesNotContain(Role.SALES.key());
        authorizations.deleteAuthorization(other.getId());
    }

    private List<String> grants(String process) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .list()
                .stream()
                .map(Authorization::getGroupId)
                .toList();
    }

    private static List<String> readyFor(Role role) {
        return switch (role) {
            case PARTNER -> FOR_ALL;
            case OPERATIONS, MANAGER -> READY;
            default -> Stream.concat(FOR_ALL.stream(), FOR_ROLES.stream()).toList();
        };
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyReadyFilterWorksForItsReaders(Role role) {
        var signedIn = Visitor.signedIn(port, people.named(role.key()), PASSWORD);
        var listed = signedIn.get(Visitor.SESSION_API + "/filter?resourceType=Task&maxResults=50");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(READY.stream().filter(listed.body()::contains)).containsExactlyElementsOf(readyFor(role));
        READY.stream()
                .filter(listed.body()::contains)
                .map(name -> filters.createFilterQuery()
                        .filterName(name)
                        .singleResult()
                        .getId())
                .forEach(id -> {
                    var path = Visitor.SESSION_API + "/filter/" + id;
                    assertThat(signedIn.get(path + "/count").statusCode()).isEqualTo(200);
                    assertThat(signedIn.post(path + "/list?firstResult=0&maxResults=15", "{}")
                                    .statusCode())
                            .isEqualTo(200);
                });
    }

    @Test
    void noRoleMayManagePeopleOrAuthorizations() {
        assertThat(Arrays.stream(Role.values()).map(Role::key))
                .allSatisfy(role -> assertThat(RoleGrants.all())
                        .filteredOn(grant -> grant.group().equals(role))
                        .isNotEmpty()
                        .noneMatch(grant -> List.of(
                                        "User", "Group", "Group Membership", "Authorization", "Tenant", "System")
                                .contains(grant.resource().resourceName())));
    }
}
