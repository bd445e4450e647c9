package dev.baton.shared;

import java.util.Optional;

/** Says of what kind the exceptions of a feature are, for callers of `/api`; each feature knows its own. */
@FunctionalInterface
public interface RefusalTranslator {

    /** Nothing for what other features throw. */
    Optional<Refusal> refusal(Throwable thrown);
}
