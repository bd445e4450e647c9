package dev.baton.process;

import java.util.List;

/** A decision table that Baton cannot go by; every violation is a sentence with the row and what to do. */
public class InvalidTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    public InvalidTable(List<String> violations) {
        super(String.join("\n", violations));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
