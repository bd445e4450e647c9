package dev.baton.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a handoff: when, at which node of the diagram, by whom (none: the engine itself).
 * The detail holds the keys {@link EventKind} names, as plain JSON values only.
 */
public record Event(
        String handoff,
        Instant at,
        EventKind kind,
        @Nullable String node,
        @Nullable String who,
        Map<String, Object> detail) {

    /** Detail of {@link EventKind#DECIDED}: whether the decision returned the work to whoever made it. */
    public static final String SENT_BACK = "sentBack";

    public Event {
        detail = PlainJson.copy(detail);
    }

    int clarifications() {
        return kind == EventKind.CLARIFICATION_ASKED ? 1 : 0;
    }

    long clarificationWaitSeconds() {
        return kind == EventKind.CLARIFICATION_ANSWERED && detail.get("waitSeconds") instanceof Number seconds
                ? seconds.longValue()
                : 0;
    }

    /** How complete a gate found the packages, 0 to 100; none for other events. */
    @Nullable
    Integer completenessPercent() {
        return kind == EventKind.GATE_JUDGED && detail.get("completenessPercent") instanceof Number percent
                ? percent.intValue()
                : null;
    }

    int sentBack() {
        return switch (kind) {
            case QUALITY_RETURNED, REJECTED -> 1;
            case DECIDED -> Boolean.TRUE.equals(detail.get(SENT_BACK)) ? 1 : 0;
            default -> 0;
        };
    }
}
