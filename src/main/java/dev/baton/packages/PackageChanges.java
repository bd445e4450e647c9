package dev.baton.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.camunda.TransactionRetry;
import dev.baton.journal.Journal;
import dev.baton.process.AsEngine;
import dev.baton.process.JournalWriter;
import dev.baton.process.NotRunning;
import dev.baton.process.Similarity;
import dev.baton.process.Suspensions;
import dev.baton.shared.Entrance;
import dev.baton.shared.FieldError;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Changes packages of running handoffs from outside their tasks. */
@Service
public class PackageChanges {

    private final ContextStore context;
    private final PackageHistory history;
    private final JournalWriter writer;
    private final TransactionRetry retry;
    private final Journal journal;
    private final AsEngine asEngine;
    private final Suspensions suspensions;
    private final List<PackageListener> listeners;

    PackageChanges(
            ContextStore context,
            PackageHistory history,
            JournalWriter writer,
            TransactionRetry retry,
            Journal journal,
            AsEngine asEngine,
            Suspensions suspensions,
            List<PackageListener> listeners) {
        this.context = context;
        this.history = history;
        this.writer = writer;
        this.retry = retry;
        this.journal = journal;
        this.asEngine = asEngine;
        this.suspensions = suspensions;
        this.listeners = List.copyOf(listeners);
    }

    /** What is wrong with a package that no contract asks for. */
    public static FieldError unknownPackage(String name, Collection<String> known) {
        return new FieldError(
                "packages." + name,
                "There is no package \"%s\"%s"
                        .formatted(name, Similarity.remedy(name, known, "use one of " + String.join(", ", known))));
    }

    /**
     * Changes fields of a package against the version the caller saw; 0 when there was none. Who may do so, the caller
     * decides.
     *
     * @throws MergeConflict when somebody else changed the same fields since
     * @throws NotRunning when the handoff is over
     */
    public PackageVersion change(String handoff, String name, int seenVersion, ObjectNode fields) {
        return asEngine.allowed(() -> retry.execute(() -> merge(handoff, name, seenVersion, fields)));
    }

    private PackageVersion merge(String handoff, String name, int seenVersion, ObjectNode fields) {
        demandRunning(handoff);
        var before = context.latest(handoff, name).orElse(null);
        var via = Entrance.current().name();
        var after = context.merge(handoff, name, seenVersion, fields, writer.person(), via);
        if (after.version() != (before == null ? 0 : before.version())) {
            history.add(after, "api");
            listeners.forEach(listener -> listener.changed(before, after));
            // The event has put us behind everybody else who writes about this handoff: now see what they did.
            demandRunning(handoff);
        }
        return after;
    }

    private void demandRunning(String id) {
        var handoff = journal.find(id).orElseThrow();
        if (!handoff.open()) {
            throw NotRunning.over(handoff, "its packages stay as they are");
        }
        suspensions.demandNone(handoff, "its packages stay as they are");
    }
}
