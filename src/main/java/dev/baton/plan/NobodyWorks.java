package dev.baton.plan;

import java.time.LocalDate;

/** Whoever does a stage is away for ever, as far as a plan can see. */
class NobodyWorks extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NobodyWorks(LocalDate from) {
        super("Nobody works within ten years of %s.".formatted(from));
    }
}
