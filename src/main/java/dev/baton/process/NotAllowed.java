package dev.baton.process;

import dev.baton.engine.Refusal;

/** Somebody may see a handoff and may not do this with it. */
public class NotAllowed extends Refusal {

    public NotAllowed(String sentence) {
        super(sentence);
    }
}
