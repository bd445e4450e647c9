package dev.baton.journal;

/** Nothing was opened under this business key. */
public class UnknownHandoff extends RuntimeException {

    private final String id;

    UnknownHandoff(String id) {
        super("No handoff has the business key '" + id + "'.");
        this.id = id;
    }

    public String id() {
        return id;
    }
}
