package dev.baton.handoff;

import dev.baton.journal.EventKind;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Closes a handoff when its process is over, with the status of the end event it reached. */
@Component
class HandoffEnd {

    private static final List<String> FACTS =
            List.of(Variables.CONTRACT, Variables.REVIEW, Variables.REVIEWER, "nextStep", "nextStepOwner");

    private final Journal journal;
    private final JournalWriter trail;
    private final TaskService tasks;
    private final Diagrams diagrams;
    private final RuntimeService runtime;

    HandoffEnd(Journal journal, JournalWriter trail, TaskService tasks, Diagrams diagrams, RuntimeService runtime) {
        this.journal = journal;
        this.trail = trail;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.runtime = runtime;
    }

    void close(DelegateExecution instance) {
        var own = journal.find(Facts.handoff(instance))
                .filter(handoff -> handoff.processInstanceId().equals(instance.getProcessInstanceId()));
        if (own.isEmpty()) {
            return;
        }
        var reached = Facts.find(instance, Variables.OUTCOME);
        if (reached.isEmpty()) {
            trail.add(instance, EventKind.CANCELLED, Map.of("reason", "The process was deleted from outside."));
        }
        var outcome = reached.orElse(EventKind.CANCELLED.key());
        trail.add(instance, EventKind.ENDED, Map.of("outcome", outcome));
        var cancelled = outcome.equals(EventKind.CANCELLED.key());
        journal.close(Facts.handoff(instance), cancelled ? Status.CANCELLED : Status.ENDED, outcome, trail.now());
        closeActions(Facts.handoff(instance));
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

    /** Why a handoff reached an event of its diagram, in the words of the person who decided it. */
    static Map<String, Object> why(DelegateExecution execution, Node node) {
        var why = new LinkedHashMap<String, Object>();
        why.put("name", node.label());
        Facts.find(execution, Variables.CANCEL_REASON)
                .or(() -> Facts.find(execution, Variables.REVIEW_REASON))
                .ifPresent(reason -> why.put("reason", reason));
        FACTS.forEach(name -> Facts.find(execution, name).ifPresent(value -> why.put(name, value)));
        return why;
    }
}
