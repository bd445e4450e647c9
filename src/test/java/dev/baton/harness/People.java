package dev.baton.harness;

import org.camunda.bpm.engine.IdentityService;

/** The people of the tests: one per role, hired when first asked for, and whoever else a test hires. */
public final class People {

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "Quiet-harbour-27-lanterns";

    private final IdentityService identity;

    People(IdentityService identity) {
        this.identity = identity;
    }

    /** The id of the person with this name, or of the one who has this role: {@code execution-owner} is {@code executionowner}. */
    public String named(String nameOrRole) {
        var id = nameOrRole.replace("-", "");
        if (identity.createUserQuery().userId(id).count() == 1) {
            return id;
        }
        if (identity.createGroupQuery().groupId(nameOrRole).count() == 0) {
            throw new IllegalArgumentException(
                    "Nobody is called or has the role %s: people.hire(\"%s\", role) first.".formatted(nameOrRole, id));
        }
        return hire(id, nameOrRole);
    }

    /** The person with this id, hired when nobody has that id yet, with these roles at least. */
    public String named(String id, String... roles) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            return hire(id, roles);
        }
        for (var role : roles) {
            if (identity.createGroupQuery().groupMember(id).groupId(role).count() == 0) {
                identity.createMembership(id, role);
            }
        }
        return id;
    }

    /** Hires a person with {@link #PASSWORD} into these roles and gives the id back. */
    public String hire(String id, String... roles) {
        var user = identity.newUser(id);
        user.setFirstName(id);
        user.setLastName(roles.length == 0 ? "Guest" : roles[0]);
        user.setEmail(id + "@example.org");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        for (var role : roles) {
            identity.createMembership(id, role);
        }
        return id;
    }
}
