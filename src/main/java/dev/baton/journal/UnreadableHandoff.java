package dev.baton.journal;

/** The row of a handoff holds something that nobody can read; the message says which handoff, and who can help. */
public class UnreadableHandoff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableHandoff(String id, RuntimeException cause) {
        super(
                "The row of the handoff '%s' cannot be read. Ask operations to correct it: its work and all others go on."
                        .formatted(id),
                cause);
    }
}
