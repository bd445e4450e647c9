package dev.baton.handoff;

/** The messages by which Baton reaches a running process; a diagram that wants to be reached waits for them. */
public final class Messages {

    /** Correlated to stop a running handoff. */
    public static final String CANCELLED = "handoff-cancelled";

    /** Correlated to close what is still asked about a handoff that is over. */
    public static final String OVER = "handoff-over";

    private Messages() {}
}
