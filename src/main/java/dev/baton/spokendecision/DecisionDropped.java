package dev.baton.spokendecision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A spoken decision will never hold.
 *
 * @param decision id of the spoken decision
 * @param wording what was decided, as it was last put to the other side
 * @param enteredBy user id
 * @param spokenWith user id of the other side
 * @param spokenOn day of the conversation, where the team works
 * @param about package or field of it, as in `strategyBrief.offer`; absent: the handoff as a whole
 * @param name label of the node in the diagram: how it came to that
 * @param reason why, in the words of whoever entered it
 */
public record DecisionDropped(
        String decision,
        String wording,
        String enteredBy,
        String spokenWith,
        LocalDate spokenOn,
        @Nullable String about,
        @Nullable String name,
        @Nullable String reason)
        implements DecisionEvent {

    @Override
    public SpokenDecision.State state() {
        return SpokenDecision.State.DROPPED;
    }
}
