package dev.baton.workflow;

import dev.baton.engine.CurrentPerson;
import dev.baton.engine.Refusal;
import dev.baton.engine.VariableGuard;
import dev.baton.engine.VariableWrite;
import org.springframework.stereotype.Component;

/** A fact's variable follows the handoff's row: nobody sets it by itself, not even along with a task's form. */
@Component
class SettledFacts implements VariableGuard {

    private final Diagrams diagrams;
    private final CurrentPerson person;

    SettledFacts(Diagrams diagrams, CurrentPerson person) {
        this.diagrams = diagrams;
        this.person = person;
    }

    @Override
    public void onWrite(VariableWrite write) {
        if (!DerivedVariables.NAMES.contains(write.name())
                || write.name().equals(Variables.CONTRACT)
                || write.definition() == null
                || write.starting()
                || write.called()
                || !(write.onInstance() || write.task() != null)
                || person.id().isEmpty()
                || DerivedVariables.areFollowing()
                || diagrams.isForeign(write.definition())) {
            return;
        }
        throw Refusal.of(
                write.name(),
                ("\"%s\" was settled when the handoff started: leave it out, or change it with"
                                + " PATCH /api/handoffs/{id}, in Tasklist with the handoff action \"Change what was"
                                + " agreed\".")
                        .formatted(write.name()));
    }
}
