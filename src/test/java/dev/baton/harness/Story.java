package dev.baton.harness;

import dev.baton.journal.Event;
import dev.baton.journal.EventKind;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import java.util.List;
import java.util.Map;

/** What the journal tells about one handoff. */
public record Story(Journal journal, String handoff) {

    public Handoff summary() {
        return journal.find(handoff).orElseThrow();
    }

    public List<EventKind> kinds() {
        return journal.events(handoff).stream().map(Event::kind).toList();
    }

    public List<Event> of(EventKind kind) {
        return journal.events(handoff).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    public Event last(EventKind kind) {
        return of(kind).stream().reduce((first, second) -> second).orElseThrow();
    }

    /** The detail of the last event of this kind. */
    public Map<String, Object> detail(EventKind kind) {
        return last(kind).detail();
    }
}
