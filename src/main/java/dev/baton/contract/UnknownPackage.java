package dev.baton.contract;

import java.util.Collection;

/** Somebody named a package that no contract asks for. */
public final class UnknownPackage extends RuntimeException {

    UnknownPackage(String name, Collection<String> known) {
        super("“%s” is no package. Choose one of: %s.".formatted(name, String.join(", ", known)));
    }
}
