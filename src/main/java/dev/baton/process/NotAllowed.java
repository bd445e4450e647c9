package dev.baton.process;

import dev.baton.shared.Refusal;
import java.util.List;

/** Somebody may see a handoff and may not do this with it. */
public class NotAllowed extends Refusal {

    public NotAllowed(String sentence) {
        super(Kind.FORBIDDEN, sentence, List.of());
    }
}
