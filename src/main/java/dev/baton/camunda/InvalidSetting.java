package dev.baton.camunda;

/** A configuration value that Baton cannot start with; the value itself is never repeated, it may be a secret. */
public final class InvalidSetting extends RuntimeException {

    private final String setting;

    public InvalidSetting(String setting, String reason) {
        super(reason);
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
