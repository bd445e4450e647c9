package dev.baton.spokendecision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The other side does not answer in time, which confirms nothing.
 *
 * @param decision id of the spoken decision
 * @param wording what was decided, as it was last put to the other side
 * @param enteredBy user id
 * @param spokenWith user id of the other side
 * @param spokenOn day of the conversation, where the team works
 * @param about package or field of it, as in `strategyBrief.offer`; absent: the handoff as a whole
 * @param name label of the node in the diagram: how it came to that
 * @param reason what the other side had said before, where it had
 */
public record DecisionUnanswered(
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
        return SpokenDecision.State.ENTERED;
    }
}
