package dev.baton.spokendecision;

import dev.baton.process.Variables;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.util.List;

/** The same person has entered the same decision of the same conversation before. */
public class DuplicateSpokenDecision extends Refusal {

    private final transient SpokenDecision first;

    DuplicateSpokenDecision(SpokenDecision first) {
        super(sentence(first), List.of(new FieldError(Variables.WORDING, sentence(first))));
        this.first = first;
    }

    private static String sentence(SpokenDecision first) {
        return first.holds()
                ? "You have entered this already, and %s has confirmed it: it holds.".formatted(first.spokenWith())
                : "You have entered this already: it waits for %s, or for your own answer in your task list."
                        .formatted(first.spokenWith());
    }

    /** The one that was entered before. */
    public SpokenDecision first() {
        return first;
    }
}
