package dev.baton.camunda;

/** How people, groups and tenants may be called. */
public final class Ids {

    static final String PATTERN = "[a-zA-Z0-9._@-]+";

    private Ids() {}

    public static boolean allow(String id) {
        return id.matches(PATTERN);
    }
}
