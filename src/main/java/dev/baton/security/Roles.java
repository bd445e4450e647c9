package dev.baton.security;

import dev.baton.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;

/** The groups of the engine that are Baton's roles. */
final class Roles {

    static final String ADMINISTRATOR = Groups.CAMUNDA_ADMIN;
    static final String OPERATIONS = Role.OPERATIONS.key();
    static final String PARTNER = Role.PARTNER.key();
    static final String STAKEHOLDER = Role.STAKEHOLDER.key();

    /** The roles that carry handoffs inside the company. */
    static final List<String> WORKING =
            EnumSet.complementOf(EnumSet.of(Role.OPERATIONS, Role.PARTNER, Role.STAKEHOLDER)).stream()
                    .map(Role::key)
                    .toList();

    /** The groups that Baton makes, and the only ones that a sign-on gives or takes away. */
    static final List<String> ALL = Stream.concat(
                    WORKING.stream(), Stream.of(PARTNER, STAKEHOLDER, OPERATIONS, ADMINISTRATOR))
            .toList();

    private Roles() {}
}
