package dev.baton.intervention;

import dev.baton.camunda.EngineOperation;
import dev.baton.camunda.EngineOperations;
import dev.baton.camunda.Modification;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
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
    private static final String MODIFY = "modify-process-instance";

    private final Journal journal;
    private final JournalWriter writer;
    private final Diagrams diagrams;
    private final RepositoryService repository;
    private final Jumps jumps;

    Interventions(Journal journal, JournalWriter writer, Diagrams diagrams, RepositoryService repository, Jumps jumps) {
        this.journal = journal;
        this.writer = writer;
        this.diagrams = diagrams;
        this.repository = repository;
        this.jumps = jumps;
    }

    @Override
    public void done(EngineOperation operation) {
        if (isNoneOfHandoff(operation.handoff(), operation.definition())
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

    @Override
    public void modified(Modification modification) {
        if (isNoneOfHandoff(modification.handoff(), modification.definition())) {
            return;
        }
        var process = repository.getProcessDefinition(modification.definition()).getKey();
        if (!modification.starting()) {
            writer.add(modification.handoff(), null, new Intervened(MODIFY, process, null, null, null));
        }
        jumps.of(modification, process).ifPresent(jump -> {
            writer.add(modification.handoff(), jump.node(), jump.what());
            journal.status(modification.handoff(), Status.ADVANCED_UNREVIEWED, writer.now());
        });
    }

    private boolean isNoneOfHandoff(String handoff, String definition) {
        return AsEngine.acts()
                || !diagrams.part(definition).isWork()
                || journal.find(handoff).isEmpty();
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
