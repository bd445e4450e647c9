package dev.baton.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction will write about handoffs, in its order, and what it has read of them. */
final class Pending extends ResourceHolderSupport {

    private static final Object KEY = Pending.class;

    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Optional<HandoffFacts>> facts = new HashMap<>();

    /** Something that happened to a handoff. */
    sealed interface Change {

        String handoff();
    }

    record Happened(Event event) implements Change {

        @Override
        public String handoff() {
            return event.handoff();
        }
    }

    record Moved(String handoff, Status status, Instant since) implements Change {}

    /** That of the transaction that runs; none where none runs. */
    static Optional<Pending> current() {
        return Optional.ofNullable((Pending) TransactionSynchronizationManager.getResource(KEY));
    }

    /**
     * The same, begun where it is not there yet.
     *
     * @param write what writes the changes, at the latest when the transaction commits
     */
    static Optional<Pending> begin(Consumer<Pending> write) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        var known = current();
        if (known.isPresent()) {
            return known;
        }
        var begun = new Pending();
        TransactionSynchronizationManager.bindResource(KEY, begun);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(begun, KEY) {
            @Override
            public void beforeCommit(boolean readOnly) {
                write.accept(begun);
            }
        });
        return Optional.of(begun);
    }

    void add(Change change) {
        changes.add(change);
    }

    /** The changes so far, which are nobody else's to write any more. */
    List<Change> take() {
        var taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    Optional<HandoffFacts> facts(String handoff, Function<String, Optional<HandoffFacts>> read) {
        return facts.computeIfAbsent(handoff, read);
    }

    void forgetFacts() {
        facts.clear();
    }
}
