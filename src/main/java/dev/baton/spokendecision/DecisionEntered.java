package dev.baton.spokendecision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A spoken decision is put to the other side, for the first time or again.
 *
 * @param decision id of the spoken decision
 * @param wording what was decided, as it was last put to the other side
 * @param enteredBy user id
 * @param spokenWith user id of the other side
 * @param spokenOn day of the conversation, where the team works
 * @param about package or field of it, as in `strategyBrief.offer`; absent: the handoff as a whole
 */
public record DecisionEntered(
        String decision,
        String wording,
        String enteredBy,
        String spokenWith,
        LocalDate spokenOn,
        @Nullable String about)
        implements DecisionEvent {

    @Override
    public SpokenDecision.State state() {
        return SpokenDecision.State.ENTERED;
    }
}
