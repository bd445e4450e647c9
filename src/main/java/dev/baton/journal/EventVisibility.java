package dev.baton.journal;

import java.util.List;

/** What of a handoff's events may be read already; brought by a feature that keeps something back. */
public interface EventVisibility {

    /** The same events without what nobody may read yet. */
    List<Event> visible(List<Event> events);
}
