package dev.baton.packages;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.journal.JournalEvent;
import java.util.List;

/**
 * A package has a new version.
 *
 * @param packageName which one, as in `strategyBrief`
 * @param version counted from 1
 * @param fields the changed ones
 * @param via way in: `tasklist`, `engine-rest`, `api`, `engine` where nobody was at the door, or
 *     `copy` where a branch was given what its trunk holds
 */
public record PackageChanged(@JsonProperty("package") String packageName, int version, List<String> fields, String via)
        implements JournalEvent {

    public PackageChanged {
        fields = List.copyOf(fields);
        via = JournalEvent.word(via);
    }
}
