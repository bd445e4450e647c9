package dev.baton.journal;

/**
 * A handoff with this business key exists. The transaction is lost: read the first one in a new one. It carries no
 * cause, so that nobody takes it for a collision that a second try could mend.
 */
public class DuplicateHandoff extends RuntimeException {

    private final String id;

    DuplicateHandoff(String id) {
        super("A handoff with the business key '" + id
                + "' exists already. Choose another key, or go on with that one.");
        this.id = id;
    }

    public String id() {
        return id;
    }
}
