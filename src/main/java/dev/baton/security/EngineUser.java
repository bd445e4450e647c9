package dev.baton.security;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/** A person the engine knows, with the groups and tenants of this moment; the password stays in the engine. */
record EngineUser(String id, List<String> groups, List<String> tenants) implements UserDetails {

    private static final Set<String> REPAIRERS = Set.of(Roles.ADMINISTRATOR, Roles.OPERATIONS);

    @Override
    public String getUsername() {
        return id;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(
                groups.stream().map("ROLE_"::concat).toList());
    }

    /** Operations and administrators: the ones who may repair a running handoff. */
    boolean mayRepair() {
        return !Collections.disjoint(groups, REPAIRERS);
    }

    /** From outside the company, or of no role: whoever has been given another group has other rights. */
    boolean isOutside() {
        return groups.stream().allMatch(Roles.PARTNER::equals);
    }

    /** True when this role is the person's only one; a second role lifts the limits of the first. */
    boolean onlyA(String role) {
        return groups.contains(role) && groups.stream().allMatch(role::equals);
    }
}
