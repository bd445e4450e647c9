package dev.baton.journal;

import java.util.Arrays;
import java.util.Locale;

/** What can happen to a handoff. Each kind names the keys its event's detail carries. */
public enum EventKind {
    /** {@code model}, {@code modelVersion}, {@code via}: where it came in, {@code about}: which handoff it looks back on. */
    STARTED,
    /** {@code package}, {@code version}, {@code fields}: the changed ones, {@code via}. */
    PACKAGE_CHANGED,
    /**
     * {@code contract}, {@code complete}, {@code completenessPercent}, {@code gaps}: list of {@code packageName},
     * {@code field}, {@code problem}; {@code versions}: package to version judged, {@code rules}: version of the tables.
     */
    GATE_JUDGED,
    /** {@code contract}, {@code waitSeconds}. */
    QUALITY_PASSED,
    /** {@code contract}, {@code reason}, {@code waitSeconds}. Counts as sent back. */
    QUALITY_RETURNED,
    /** {@code field}, {@code question}. Counts as a clarification. */
    CLARIFICATION_ASKED,
    /** {@code field}, {@code answer}, {@code waitSeconds}: from question to answer. */
    CLARIFICATION_ANSWERED,
    /** {@code review}, {@code name}, {@code reviewer} or {@code role}, {@code due}. */
    REVIEW_ASKED,
    /**
     * What was agreed at the start has changed: {@code reason}, {@code changes}: list of {@code field}, {@code from} and
     * {@code to}, each absent where there was or is none.
     */
    FACTS_CHANGED,
    /** {@code task}: its name, {@code review}, {@code from}, {@code to}, {@code reason}. */
    DEADLINE_MOVED,
    /** {@code review}, {@code number}, {@code reviewer}. */
    REMINDED,
    /**
     * {@code review}, {@code decision}, {@code reason}, {@code reviewer}: who was asked first, {@code standsInFor},
     * {@code waitSeconds}. {@code sentBack}: whether the decision returned the work, which counts; then also, where the form
     * asks for it, {@code revisionReason}: missed-strategic-point, wrong-tone, accuracy or polish; {@code severity}: major or minor; and
     * {@code position}: percent of the work done, where it is known.
     */
    DECIDED,
    /** {@code review}, {@code reviewer}, {@code accountable}, {@code waitSeconds}. */
    ESCALATED,
    /** {@code review}, {@code reviewer}, {@code accountable}: both were asked and neither answered. */
    ADVANCED_UNREVIEWED,
    /** {@code contract}, {@code nextStep}, {@code nextStepOwner}, {@code usedSeconds}: of the receiver's time. */
    ACCEPTED,
    /** {@code contract} or {@code review}, {@code reason}. Counts as sent back. */
    REJECTED,
    /**
     * A spoken decision was entered, or put to the other side again: {@code decision}: its id, {@code wording},
     * {@code enteredBy}, {@code spokenWith}, {@code spokenOn}, {@code about}. The next four carry the same.
     */
    DECISION_ENTERED,
    /** The other side has confirmed it: from now on it holds. */
    DECISION_CONFIRMED,
    /** The other side says that it was not so; {@code reason}: what was really agreed. */
    DECISION_DISPUTED,
    /** The other side has not answered in time, which confirms nothing. */
    DECISION_UNANSWERED,
    /** It will never hold; {@code reason}: why, in the words of whoever entered it, {@code name}: how it came to that. */
    DECISION_DROPPED,
    /** {@code launchDate}. */
    LAUNCHED,
    /**
     * {@code what}: strategic-intent or brand-alignment, {@code rater}: sender, receiver or stakeholder, {@code value}: 1
     * to 10, {@code why}, {@code reviewer}, {@code waitSeconds}, {@code retrospective}: id of its process instance. Until
     * both sides have answered it is read as {@code sealed}, without value and why.
     */
    RATED,
    /** {@code what}, {@code rater}, {@code reason}, {@code retrospective}. */
    NOT_RATED,
    /** {@code name}. */
    RETROSPECTIVE_HELD,
    /** {@code outcome}. */
    ENDED,
    /** {@code reason}. */
    CANCELLED;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The public name, as in "gate-judged". */
    public String key() {
        return key;
    }

    /** Reads a {@link #key()}. */
    public static EventKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of event is called '" + key + "'."));
    }
}
