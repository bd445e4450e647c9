package dev.baton.security;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** The one list of people: the engine's. */
@Component
class EnginePeople {

    private final IdentityService identity;

    EnginePeople(IdentityService identity) {
        this.identity = identity;
    }

    Optional<Person> withPassword(String id, String password) {
        return identity.checkPassword(id, password) ? Optional.of(person(id)) : Optional.empty();
    }

    Optional<Person> find(String id) {
        return identity.createUserQuery().userId(id).count() == 1 ? Optional.of(person(id)) : Optional.empty();
    }

    private Person person(String id) {
        var groups = identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(id).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        return new Person(id, groups, tenants);
    }
}
