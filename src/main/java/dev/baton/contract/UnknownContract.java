package dev.baton.contract;

import java.util.Collection;

/** Somebody asked for a contract that the table does not hold. */
public final class UnknownContract extends RuntimeException {

    UnknownContract(String key, Collection<String> known) {
        super("“%s” is no contract. Choose one of: %s.".formatted(key, String.join(", ", known)));
    }
}
