package dev.baton.security;

import dev.baton.camunda.Changes;
import dev.baton.camunda.PeopleChanges;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
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

    private final IdentityService identity;
    private final PeopleChanges changes;
    private final Map<String, Proven> proven = new ConcurrentHashMap<>();
    private final byte[] salt = new byte[32];

    EngineUserDetailsService(IdentityService identity, PeopleChanges changes) {
        this.identity = identity;
        this.changes = changes;
        new SecureRandom().nextBytes(salt);
    }

    Optional<EngineUser> withPassword(String id, String password) {
        var trace = trace(password);
        var known = proven.get(id);
        if (known != null && known.moment.holds() && known.trace.equals(trace)) {
            return Optional.of(known.person);
        }
        var moment = changes.moment();
        if (!identity.checkPassword(id, password)) {
            return Optional.empty();
        }
        var person = person(id);
        proven.put(id, new Proven(person, trace, moment));
        return Optional.of(person);
    }

    /** No password stays in memory. */
    private String trace(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Override
    public EngineUser loadUserByUsername(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            throw new UsernameNotFoundException(id);
        }
        return person(id);
    }

    private EngineUser person(String id) {
        var groups = identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(id).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        return new EngineUser(id, groups, tenants);
    }
}
