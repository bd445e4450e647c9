package dev.baton.security;

import dev.baton.camunda.Changes;
import dev.baton.camunda.PasswordVerdicts;
import dev.baton.camunda.PeopleChanges;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/**
 * The one list of people: the engine's. Whoever has just proven who they are need not be looked up for each call; a
 * new password or a lost role counts at once, on another node within a second.
 */
@Service
class EngineUserDetailsService implements UserDetailsService {

    /** A person whose password was right a moment ago, and the trace of that password. */
    private record Proven(EngineUser person, String trace, Changes.Moment moment) {}

    /** A person, and what is stored in place of the password; null where there is none. */
    record Account(EngineUser person, @Nullable String storedHash) {}

    private final IdentityService identity;
    private final PeopleChanges changes;
    private final PasswordVerdicts verdicts;
    private final Map<String, Proven> proven = new ConcurrentHashMap<>();

    EngineUserDetailsService(IdentityService identity, PeopleChanges changes, PasswordVerdicts verdicts) {
        this.identity = identity;
        this.changes = changes;
        this.verdicts = verdicts;
    }

    /** Whether the password is right, where that need not be checked slowly. */
    Optional<Boolean> known(String id, String password) {
        return justProven(id, password).isPresent() ? Optional.of(true) : verdicts.known(id, storedHash(id), password);
    }

    Optional<EngineUser> withPassword(String id, String password) {
        var known = justProven(id, password);
        if (known.isPresent()) {
            return known;
        }
        var moment = changes.moment();
        if (!identity.checkPassword(id, password)) {
            return Optional.empty();
        }
        var person = person(id);
        proven.put(id, new Proven(person, verdicts.trace(id, null, password), moment));
        return Optional.of(person);
    }

    private Optional<EngineUser> justProven(String id, String password) {
        var known = proven.get(id);
        return known != null && known.moment.holds() && known.trace.equals(verdicts.trace(id, null, password))
                ? Optional.of(known.person)
                : Optional.empty();
    }

    /** The person with the hash of the password, as the database has them at this moment. */
    Optional<Account> account(String id) {
        var user = identity.createUserQuery().userId(id).singleResult();
        return user == null ? Optional.empty() : Optional.of(new Account(person(id), user.getPassword()));
    }

    private @Nullable String storedHash(String id) {
        var user = identity.createUserQuery().userId(id).singleResult();
        return user == null ? null : user.getPassword();
    }

    @Override
    public EngineUser loadUserByUsername(String id) {
        return account(id).map(Account::person).orElseThrow(() -> new UsernameNotFoundException(id));
    }

    private EngineUser person(String id) {
        var groups = identity.createGroupQuery().groupMember(id).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(id).includingGroupsOfUser(true).unlimitedList().stream()
                .map(Tenant::getId)
                .toList();
        return new EngineUser(id, groups, tenants);
    }
}
