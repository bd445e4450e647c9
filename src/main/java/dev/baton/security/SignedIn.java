package dev.baton.security;

import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A person the engine knows, with the groups and tenants of this moment. */
record SignedIn(String id, List<String> groups, List<String> tenants) implements Principal {

    private static final Set<String> REPAIRERS = Set.of(Roles.ADMINISTRATOR, Roles.OPERATIONS);

    @Override
    public String getName() {
        return id;
    }

    /** Operations and administrators: the ones who may repair a running handoff. */
    boolean mayRepair() {
        return !Collections.disjoint(groups, REPAIRERS);
    }

    /** True when this role is the person's only one; a second role lifts the limits of the first. */
    boolean onlyA(String role) {
        return groups.contains(role) && groups.stream().allMatch(role::equals);
    }
}
