package dev.baton.packages;

/** Somebody refers to a version of a package that does not exist. */
public class UnknownVersion extends RuntimeException {

    UnknownVersion(String name, int version, int latest) {
        super("The package '" + name + "' has no version " + version + "; "
                + (latest == 0 ? "nothing was written yet." : "its latest is " + latest + "."));
    }
}
