package dev.baton.packages;

import org.jspecify.annotations.Nullable;

/** Hears when a package of a running handoff is changed from outside its tasks. */
public interface PackageListener {

    /**
     * A package has a new version.
     *
     * @param before the version until now; null where there was none
     */
    void changed(@Nullable PackageVersion before, PackageVersion after);
}
