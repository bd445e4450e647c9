package dev.baton.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a handoff stands, in the words people see. A rejected handoff is {@link #ENDED} with that outcome. */
public enum Status {
    DRAFT,
    INCOMPLETE,
    WAITING_FOR_RECEIVER,
    CLARIFYING,
    ACCEPTED,
    IN_WORK,
    IN_REVIEW,
    APPROVED,
    ADVANCED_UNREVIEWED,
    HELD,
    LAUNCHED,
    /** Only as people see it: where the handoff goes on is what its row says. */
    SUSPENDED,
    ENDED,
    CANCELLED;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** The name people see, as in "waiting for receiver". */
    public String label() {
        return label;
    }

    /** Reads a label; hyphens count as spaces, so that it also fits into an address. */
    public static Status of(String label) {
        var wanted = label.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
        return Arrays.stream(values())
                .filter(status -> status.label.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidSearch("status", "No status is called '" + label + "'. Use " + known()));
    }

    private static String known() {
        return Arrays.stream(values()).map(Status::label).collect(Collectors.joining(", ", "one of: ", "."));
    }
}
