package dev.baton.intervention;

import dev.baton.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Operations change a running handoff from outside its diagram.
 *
 * @param operation what was done, as in `suspend`, `migrate`, `modify-process-instance`, `set-job-retries`
 * @param process key of the process that it was done to
 * @param property what changed, where one value did
 * @param from its value before
 * @param to its value now
 */
public record Intervened(
        String operation,
        String process,
        @Nullable String property,
        @Nullable String from,
        @Nullable String to) implements JournalEvent {}
