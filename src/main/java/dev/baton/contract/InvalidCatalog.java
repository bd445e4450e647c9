package dev.baton.contract;

import java.util.List;

/** The tables contradict themselves: every violation names the table, the row and what to do. */
public final class InvalidCatalog extends Exception {

    private final transient List<String> violations;

    InvalidCatalog(List<String> violations) {
        super(String.join("\n", violations));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
