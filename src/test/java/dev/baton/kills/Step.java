package dev.baton.kills;

import dev.baton.handoff.Ended;
import dev.baton.handoff.Started;
import dev.baton.journal.JournalEvent;
import dev.baton.packages.GateJudged;
import dev.baton.packages.PackageChanged;
import dev.baton.review.DeadlineMoved;
import dev.baton.review.Decided;
import dev.baton.review.Escalated;
import dev.baton.review.ReviewAsked;
import dev.baton.transfer.Accepted;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.QualityReturned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens to a transfer, and all that it leaves behind. */
enum Step {
    /** A strategist starts it with a gap in the brief. */
    START("complete_package", "incomplete", Started.class, PackageChanged.class, GateJudged.class),
    /** The strategist closes the gap. */
    FILL("review_quality", "in review", PackageChanged.class, GateJudged.class, ReviewAsked.class),
    /** An integrator changes the brief while a reviewer looks at it. */
    PATCH("review_quality", "in review", PackageChanged.class),
    /** The quality owner sends it back. */
    RETURN("complete_package", "incomplete", QualityReturned.class),
    /** The quality owner passes it on. */
    PASS("receive_handoff", "waiting for receiver", QualityPassed.class, ReviewAsked.class),
    /** The receiver takes it over. */
    ACCEPT(null, "ended", Decided.class, Accepted.class, Ended.class),
    /** Nobody answers, the timer is due, and the accountable person gets it. */
    SILENCE("decide_escalated", "", DeadlineMoved.class, Escalated.class, ReviewAsked.class);

    private final @Nullable String node;
    private final String status;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<Class<? extends JournalEvent>> events;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Step(@Nullable String node, String status, Class<? extends JournalEvent>... events) {
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

    List<Class<? extends JournalEvent>> events() {
        return events;
    }

    boolean makesAVersion() {
        return events.contains(PackageChanged.class);
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
