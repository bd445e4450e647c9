package dev.baton.decision;

import dev.baton.journal.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down of a conversation. It counts only while it is {@link State#CONFIRMED}. Moments are UTC.
 *
 * @param wording as it was last put to the other side
 * @param spokenOn the day of the conversation, where the team works
 * @param about a package, or a field of one as in strategyBrief.keyMessage; none: the handoff as a whole
 * @param since when it came into its state
 * @param said what the other side says was really agreed, or why it was dropped
 */
public record SpokenDecision(
        String id,
        String wording,
        String enteredBy,
        Instant enteredAt,
        String spokenWith,
        LocalDate spokenOn,
        @Nullable String about,
        State state,
        Instant since,
        @Nullable String said) {

    private static final String DECISION = "decision";
    private static final String WORDING = "wording";
    private static final String ENTERED_BY = "enteredBy";
    private static final String SPOKEN_WITH = "spokenWith";
    private static final String SPOKEN_ON = "spokenOn";
    private static final String ABOUT = "about";
    private static final String REASON = "reason";

    /** Where a spoken decision stands. */
    public enum State {
        /** The other side has not confirmed it: it does not count. */
        ENTERED,
        /** It holds. */
        CONFIRMED,
        /** The other side remembers it differently: it does not count. */
        DISPUTED,
        /** It will never count. */
        DROPPED;

        /** The public name, as in "confirmed". */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it stands when it is put to the other side. */
    public static SpokenDecision entered(
            String id,
            String wording,
            String enteredBy,
            Instant enteredAt,
            String spokenWith,
            LocalDate spokenOn,
            @Nullable String about) {
        return new SpokenDecision(
                id, wording, enteredBy, enteredAt, spokenWith, spokenOn, about, State.ENTERED, enteredAt, null);
    }

    public boolean holds() {
        return state == State.CONFIRMED;
    }

    /** Whether both say the same of the same conversation. */
    public boolean repeats(SpokenDecision other) {
        return wording.equals(other.wording)
                && enteredBy.equals(other.enteredBy)
                && spokenWith.equals(other.spokenWith)
                && spokenOn.equals(other.spokenOn)
                && Objects.equals(about, other.about);
    }

    /** What every event about it carries. */
    public Map<String, Object> detail() {
        var detail = new LinkedHashMap<String, Object>();
        detail.put(DECISION, id);
        detail.put(WORDING, wording);
        detail.put(ENTERED_BY, enteredBy);
        detail.put(SPOKEN_WITH, spokenWith);
        detail.put(SPOKEN_ON, spokenOn.toString());
        if (about != null) {
            detail.put(ABOUT, about);
        }
        return detail;
    }

    static String id(Event event) {
        return text(event, DECISION);
    }

    /** As an event leaves it; entered again it keeps the moment of the first time. */
    static SpokenDecision after(Event event, @Nullable SpokenDecision before) {
        var state = switch (event.kind()) {
            case DECISION_CONFIRMED -> State.CONFIRMED;
            case DECISION_DISPUTED -> State.DISPUTED;
            case DECISION_DROPPED -> State.DROPPED;
            default -> State.ENTERED;
        };
        return new SpokenDecision(
                id(event),
                text(event, WORDING),
                text(event, ENTERED_BY),
                before == null ? event.at() : before.enteredAt,
                text(event, SPOKEN_WITH),
                LocalDate.parse(text(event, SPOKEN_ON)),
                optional(event, ABOUT),
                state,
                before != null && before.state == state ? before.since : event.at(),
                optional(event, REASON));
    }

    private static String text(Event event, String key) {
        return Objects.toString(event.detail().get(key));
    }

    private static @Nullable String optional(Event event, String key) {
        return event.detail().get(key) instanceof String text ? text : null;
    }
}
