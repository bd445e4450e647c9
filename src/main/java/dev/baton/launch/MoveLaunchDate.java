package dev.baton.launch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.FactChanges;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${moveLaunchDate}`: changes the agreed launch date of the handoff, by the rules of `PATCH /api/handoffs/{id}`. */
@Component
@VisibleInDiagrams
class MoveLaunchDate implements JavaDelegate {

    private final FactChanges changes;
    private final Journal journal;

    MoveLaunchDate(FactChanges changes, Journal journal) {
        this.changes = changes;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var handoff = journal.find(Facts.handoff(execution)).orElseThrow();
        var day = Facts.text(execution, Variables.NEW_LAUNCH_DATE).strip();
        if (day.equals(Objects.toString(handoff.launchDate(), null))) {
            throw Refusal.of(
                    Variables.NEW_LAUNCH_DATE, "%s is the launch date already: give another day.".formatted(day));
        }
        try {
            changes.changeOnTask(
                    handoff,
                    JsonNodeFactory.instance.objectNode().put(Variables.LAUNCH_DATE, day),
                    Facts.find(execution, Variables.REVIEW_REASON).orElse(null),
                    execution.getCurrentActivityId());
        } catch (Refusal refused) {
            throw refused.fields().stream()
                    .filter(error -> error.field().equals(Variables.LAUNCH_DATE))
                    .findFirst()
                    .map(error -> Refusal.of(Variables.NEW_LAUNCH_DATE, error.message()))
                    .orElse(refused);
        }
    }
}
