package dev.baton.people;

/** A role nobody has defined; the message lists those there are. */
public class UnknownRole extends RuntimeException {

    UnknownRole(String role, String known) {
        super("No role is called '" + role + "'. Use one of: " + known + ".");
    }
}
