package dev.baton.kills.inside;

/** Where in a transaction a thread is stopped. */
public enum Moment {
    /** The journal has the event, other writes of the transaction are still to come. */
    WRITTEN,
    /** Everything is written, nothing is committed. */
    BEFORE_COMMIT,
    /** It is committed, but whoever asked has not heard so. */
    BEFORE_ANSWER
}
