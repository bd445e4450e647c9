package dev.baton.packages;

import dev.baton.shared.Sizes;

/** A package's document is over the configured size. */
public class DocumentTooLarge extends RuntimeException {

    private final String packageName;

    DocumentTooLarge(String packageName, int bytes, int limit) {
        super(
                "The package '%s' has %s, more than the %s that fit. Shorten it, or keep the long part elsewhere and put its link here."
                        .formatted(packageName, Sizes.inWords(bytes), Sizes.inWords(limit)));
        this.packageName = packageName;
    }

    public String packageName() {
        return packageName;
    }
}
