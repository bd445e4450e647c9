package dev.baton.spokendecision;

import dev.baton.journal.JournalEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a spoken decision; every such event says again which one it is. */
sealed interface DecisionEvent extends JournalEvent
        permits DecisionEntered, DecisionConfirmed, DecisionDisputed, DecisionUnanswered, DecisionDropped {

    String decision();

    String wording();

    String enteredBy();

    String spokenWith();

    LocalDate spokenOn();

    @Nullable
    String about();

    /** What the other side says was really agreed, or why it was dropped. */
    default @Nullable String reason() {
        return null;
    }

    /** Where the decision stands after it. */
    SpokenDecision.State state();
}
