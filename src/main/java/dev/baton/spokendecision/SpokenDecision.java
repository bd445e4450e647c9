package dev.baton.spokendecision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

    /** The event that puts it to the other side. */
    public DecisionEntered toEvent() {
        return new DecisionEntered(id, wording, enteredBy, spokenWith, spokenOn, about);
    }

    /** What every event about it says, by the names of those events' fields. */
    public Optional<?> fact(String name) {
        return switch (name) {
            case "decision" -> Optional.of(id);
            case "wording" -> Optional.of(wording);
            case "enteredBy" -> Optional.of(enteredBy);
            case "spokenWith" -> Optional.of(spokenWith);
            case "spokenOn" -> Optional.of(spokenOn.toString());
            case "about" -> Optional.ofNullable(about);
            default -> Optional.empty();
        };
    }

    /** As an event leaves it; entered again it keeps the moment of the first time. */
    static SpokenDecision after(DecisionEvent event, Instant at, @Nullable SpokenDecision before) {
        return new SpokenDecision(
                event.decision(),
                event.wording(),
                event.enteredBy(),
                before == null ? at : before.enteredAt,
                event.spokenWith(),
                event.spokenOn(),
                event.about(),
                event.state(),
                before != null && before.state == event.state() ? before.since : at,
                event.reason());
    }
}
