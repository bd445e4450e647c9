package dev.baton.intervention;

import dev.baton.camunda.EngineOperation;
import dev.baton.camunda.EngineOperations;
import dev.baton.journal.Journal;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Writes into a handoff's journal what operations do to it through the engine, apart from what Baton does itself. */
@Component
class Interventions implements EngineOperations {

    private static final String SUSPEND = "Suspend";
    private static final String ACTIVATE = "Activate";
    private static final String MIGRATE = "Migrate";

    private final Journal journal;
    private final JournalWriter writer;
    private final Diagrams diagrams;
    private final RepositoryService repository;

    Interventions(Journal journal, JournalWriter writer, Diagrams diagrams, RepositoryService repository) {
        this.journal = journal;
        this.writer = writer;
        this.diagrams = diagrams;
        this.repository = repository;
    }

    @Override
    public void done(EngineOperation operation) {
        if (AsEngine.acts()
                || diagrams.isForeign(operation.definition())
                || diagrams.part(operation.definition()) == Diagrams.Part.ACTS
                || journal.find(operation.handoff()).isEmpty()
                || (operation.operation().equals(ACTIVATE) && !isSuspended(operation.handoff()))) {
            return;
        }
        var process = repository.getProcessDefinition(operation.definition());
        if (operation.operation().equals(MIGRATE)) {
            journal.modelVersionOf(operation.instance(), process.getVersion());
        }
        writer.add(
                operation.handoff(),
                operation.node(),
                new Intervened(
                        words(operation.operation()),
                        process.getKey(),
                        operation.property(),
                        operation.from(),
                        operation.to()));
    }

    /** The engine says of every change of an instance that it is active. */
    private boolean isSuspended(String handoff) {
        return journal.events(handoff, Set.of(Intervened.class)).stream()
                .flatMap(event -> event.as(Intervened.class).stream())
                .map(Intervened::operation)
                .filter(operation -> operation.equals(words(SUSPEND)) || operation.equals(words(ACTIVATE)))
                .reduce((first, last) -> last)
                .filter(words(SUSPEND)::equals)
                .isPresent();
    }

    /** SetJobRetries as set-job-retries. */
    private static String words(String operation) {
        return operation.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
