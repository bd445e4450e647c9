package dev.baton.handoff;

import dev.baton.camunda.Deletion;
import dev.baton.journal.EventType;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.Status;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.Variables;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Closes a handoff when its process is over, with the status of the end event it reached. */
@Component
class HandoffEnd {

    private static final String CANCELLED = EventType.name(Cancelled.class);

    private final Journal journal;
    private final JournalWriter writer;
    private final TaskService tasks;
    private final Diagrams diagrams;
    private final RuntimeService runtime;
    private final EndNotices notices;

    HandoffEnd(
            Journal journal,
            JournalWriter writer,
            TaskService tasks,
            Diagrams diagrams,
            RuntimeService runtime,
            EndNotices notices) {
        this.journal = journal;
        this.writer = writer;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.runtime = runtime;
        this.notices = notices;
    }

    void close(DelegateExecution instance) {
        var own = journal.find(Facts.handoff(instance))
                .filter(handoff -> handoff.processInstanceId().equals(instance.getProcessInstanceId()));
        if (own.isEmpty()) {
            return;
        }
        var outcome = outcome(instance);
        writer.add(instance, new Ended(outcome));
        var cancelled = outcome.equals(CANCELLED);
        journal.close(Facts.handoff(instance), cancelled ? Status.CANCELLED : Status.ENDED, outcome, writer.now());
        closeActions(Facts.handoff(instance));
        if (!(diagrams.opensBranch(instance) && isDeleted(instance))) {
            notices.tell(instance, own.get());
        }
    }

    /** A diagram that says no outcome has ended all the same; what has launched stays launched, whoever deletes the rest. */
    private String outcome(DelegateExecution instance) {
        var handoff = Facts.handoff(instance);
        if (!isDeleted(instance)) {
            return Facts.find(instance, Variables.OUTCOME).orElse(EventType.name(Ended.class));
        }
        if (!journal.events(handoff, Set.of(Launched.class)).isEmpty()) {
            return EventType.name(Launched.class);
        }
        writer.add(instance, new Cancelled(null, whyDeleted(instance), null));
        return CANCELLED;
    }

    /** Why a trunk ends is nothing that those outside, in its branches, are told. */
    private String whyDeleted(DelegateExecution instance) {
        return diagrams.opensBranch(instance)
                ? "The handoff that it is a branch of goes on without it, or has ended."
                : Deletion.reason(instance).orElse("The process was deleted from outside.");
    }

    private static boolean isDeleted(DelegateExecution instance) {
        return instance.isCanceled();
    }

    /** What is still asked about the handoff is asked no more; an action that stops it right now asks nothing. */
    private void closeActions(String handoff) {
        tasks.createTaskQuery().processInstanceBusinessKey(handoff).unlimitedList().stream()
                .filter(task -> diagrams.part(task.getProcessDefinitionId()) == Diagrams.Part.ACTS)
                .map(Task::getProcessInstanceId)
                .distinct()
                .forEach(action -> runtime.createMessageCorrelation(Messages.OVER)
                        .processInstanceId(action)
                        .correlateAll());
    }

    /**
     * An event of a diagram: its label, why it was reached in the words of the person who decided it, and whatever else
     * the event's record asks for, from the variables of that name.
     */
    static JournalEvent reached(DelegateExecution execution, EventType type, Node node) {
        return type.from(fact -> switch (fact) {
            case "name" -> Optional.of(node.label());
            case "reason" ->
                Facts.find(execution, Variables.CANCEL_REASON).or(() -> Facts.find(execution, Variables.REVIEW_REASON));
            default -> Facts.find(execution, fact);
        });
    }
}
