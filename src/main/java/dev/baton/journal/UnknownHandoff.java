package dev.baton.journal;

/** Nothing was opened under this business key. */
class UnknownHandoff extends RuntimeException {

    UnknownHandoff(String id) {
        super("No handoff has the business key '" + id + "'.");
    }
}
