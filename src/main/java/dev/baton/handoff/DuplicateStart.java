package dev.baton.handoff;

import dev.baton.journal.DuplicateHandoff;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.util.List;

/** A second start with a business key that a handoff has already. */
public class DuplicateStart extends Refusal {

    private final String handoff;

    DuplicateStart(DuplicateHandoff duplicate) {
        super(sentence(duplicate), List.of(new FieldError("businessKey", sentence(duplicate))));
        this.handoff = duplicate.id();
    }

    private static String sentence(DuplicateHandoff duplicate) {
        return String.valueOf(duplicate.getMessage());
    }

    /** The handoff that has the key. */
    public String handoff() {
        return handoff;
    }
}
