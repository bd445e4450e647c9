package dev.baton.harness;

import dev.baton.journal.Event;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import java.util.List;
import java.util.Map;

/** What the journal tells about one handoff. */
public record Story(Journal journal, String handoff) {

    public Handoff summary() {
        return journal.find(handoff).orElseThrow();
    }

    public List<Class<? extends JournalEvent>> kinds() {
        return journal.events(handoff).stream()
                .<Class<? extends JournalEvent>>map(event -> event.what().getClass())
                .toList();
    }

    public List<Event> of(Class<? extends JournalEvent> kind) {
        return journal.events(handoff).stream().filter(event -> event.is(kind)).toList();
    }

    public Event last(Class<? extends JournalEvent> kind) {
        return of(kind).stream().reduce((first, second) -> second).orElseThrow();
    }

    /** The detail of the last event of this kind. */
    public Map<String, Object> detail(Class<? extends JournalEvent> kind) {
        return last(kind).detail();
    }
}
