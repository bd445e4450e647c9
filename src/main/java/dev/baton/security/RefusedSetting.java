package dev.baton.security;

/** A configuration value that Baton cannot start with; the value itself is never repeated, it may be a secret. */
final class RefusedSetting extends RuntimeException {

    private final String setting;

    RefusedSetting(String setting, String reason) {
        super(reason);
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
