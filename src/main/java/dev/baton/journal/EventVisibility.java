package dev.baton.journal;

import java.util.List;
import java.util.Set;

/** What of a handoff's events may be read already; brought by a feature that keeps something back. */
public interface EventVisibility {

    /** The same events without what nobody may read yet. */
    List<Event> visible(List<Event> events);

    /** Kinds of which all events of a handoff must be there to say what may be read of one. */
    default Set<Class<? extends JournalEvent>> judgedTogether() {
        return Set.of();
    }
}
