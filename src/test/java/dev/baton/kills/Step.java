package dev.baton.kills;

import static dev.baton.journal.EventKind.*;

import dev.baton.journal.EventKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens to a transfer, and all that it leaves behind. */
enum Step {
    /** A strategist starts it with a gap in the brief. */
    START("complete_package", "incomplete", STARTED, PACKAGE_CHANGED, GATE_JUDGED),
    /** The strategist closes the gap. */
    FILL("review_quality", "in review", PACKAGE_CHANGED, GATE_JUDGED, REVIEW_ASKED),
    /** An integrator changes the brief while a reviewer looks at it. */
    PATCH("review_quality", "in review", PACKAGE_CHANGED),
    /** The quality owner sends it back. */
    RETURN("complete_package", "incomplete", QUALITY_RETURNED),
    /** The quality owner passes it on. */
    PASS("receive_handoff", "waiting for receiver", QUALITY_PASSED, REVIEW_ASKED),
    /** The receiver takes it over. */
    ACCEPT(null, "ended", DECIDED, ACCEPTED, ENDED),
    /** Nobody answers, the timer is due, and the accountable person gets it. */
    SILENCE("decide_escalated", "", ESCALATED, REVIEW_ASKED);

    private final @Nullable String node;
    private final String status;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<EventKind> events;

    Step(@Nullable String node, String status, EventKind... events) {
        this.node = node;
        this.status = status;
        this.events = List.of(events);
    }

    /** The open tasks afterwards, by their ids in the diagram. */
    List<String> nodes() {
        return node == null ? List.of() : List.of(node);
    }

    /** The handoff's status when these steps have happened, this one last; silence alone does not change it. */
    String status(List<Step> happened) {
        return this == SILENCE ? happened.get(happened.size() - 2).status : status;
    }

    List<EventKind> events() {
        return events;
    }

    boolean makesAVersion() {
        return events.contains(PACKAGE_CHANGED);
    }

    /** How many process instances run afterwards. */
    int instances() {
        return node == null ? 0 : this == SILENCE ? 2 : 1;
    }

    /** The status that asking for it is answered with. */
    int answer() {
        return switch (this) {
            case START -> 201;
            case PATCH -> 200;
            default -> 204;
        };
    }

    /** The status that asking for it a second time is answered with. */
    int answerWhenDone() {
        return this == START || this == PATCH ? 200 : 400;
    }

    /** How many timers wait afterwards. */
    int timers() {
        return node == null || node.equals("complete_package") ? 0 : 1;
    }
}
