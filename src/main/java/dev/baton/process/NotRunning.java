package dev.baton.process;

import dev.baton.journal.Handoff;
import dev.baton.shared.Refusal;
import java.util.List;

/** A handoff takes nothing any more, or nothing at the moment. */
public class NotRunning extends Refusal {

    private NotRunning(String sentence) {
        super(Kind.CONFLICT, sentence, List.of());
    }

    /**
     * Nothing goes on in it any more.
     *
     * @param wanted what is not possible now, as in "there is nothing to stop"
     */
    public static NotRunning over(Handoff handoff, String wanted) {
        return new NotRunning(
                "This handoff is over since %s (%s): %s.".formatted(handoff.endedAt(), handoff.outcome(), wanted));
    }

    public static NotRunning launched() {
        return new NotRunning(
                "This campaign has launched, so there is nothing to stop: only the retrospective is left, and it closes"
                        + " by itself when nobody answers.");
    }

    /**
     * Operations have suspended it.
     *
     * @param wanted what is not possible now, as in "it cannot be stopped"
     */
    public static NotRunning suspended(String wanted) {
        return new NotRunning(
                "Operations have suspended this handoff: %s until they activate it. Ask them when it goes on."
                        .formatted(wanted));
    }
}
