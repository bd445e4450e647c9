package dev.baton.workflow;

import dev.baton.journal.Event;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import java.util.List;
import java.util.Map;

/** What the journal tells about one handoff. */
record Story(Journal journal, String handoff) {

    Handoff summary() {
        return journal.find(handoff).orElseThrow();
    }

    List<Class<? extends JournalEvent>> kinds() {
        return journal.events(handoff).stream()
                .<Class<? extends JournalEvent>>map(event -> event.what().getClass())
                .toList();
    }

    List<Event> of(Class<? extends JournalEvent> kind) {
        return journal.events(handoff).stream().filter(event -> event.is(kind)).toList();
    }

    Event last(Class<? extends JournalEvent> kind) {
        return of(kind).stream().reduce((first, second) -> second).orElseThrow();
    }

    /** The detail of the last event of this kind. */
    Map<String, Object> detail(Class<? extends JournalEvent> kind) {
        return last(kind).detail();
    }
}
