package dev.baton.process;

import dev.baton.camunda.FlushListener;
import dev.baton.journal.Journal;
import org.springframework.stereotype.Component;

/** Writes the journal of a command in one go, before the engine's rows. */
@Component
class JournalFlush implements FlushListener {

    private final Journal journal;

    JournalFlush(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void beforeFlush() {
        journal.flush();
    }
}
