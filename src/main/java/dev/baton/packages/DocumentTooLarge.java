package dev.baton.packages;

/** A package's document is over the configured size. */
public class DocumentTooLarge extends RuntimeException {

    private final String packageName;

    DocumentTooLarge(String packageName, int bytes, int limit) {
        super("The package '" + packageName + "' has " + bytes + " bytes, more than the " + limit
                + " allowed. Shorten it, or keep the long part elsewhere and put its link here.");
        this.packageName = packageName;
    }

    public String packageName() {
        return packageName;
    }
}
