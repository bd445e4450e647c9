package dev.baton.handoff;

import dev.baton.form.FormsInForce;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Begins what people do before there is a handoff: it takes what its form asks for, belongs to whoever started it, and has
 * no business key, which would be a handoff's.
 */
@Component
@Order(NodeListener.CHECK)
class PreparationStart implements NodeListener {

    private final Diagrams diagrams;
    private final FormsInForce forms;
    private final Rights rights;
    private final JournalWriter journal;

    PreparationStart(Diagrams diagrams, FormsInForce forms, Rights rights, JournalWriter journal) {
        this.diagrams = diagrams;
        this.forms = forms;
        this.rights = rights;
        this.journal = journal;
    }

    @Override
    public void started(DelegateExecution instance) {
        if (diagrams.part(instance) == Diagrams.Part.PREPARES) {
            begin(instance, diagrams.node(instance));
        }
    }

    private void begin(DelegateExecution instance, Node start) {
        if (instance.getProcessBusinessKey() != null) {
            throw Refusal.of(
                    "businessKey",
                    "Leave the business key out: there is no handoff yet, and it is made from the campaign.");
        }
        var errors = forms.checkStart(
                start.form(instance),
                instance,
                diagrams.accepted(instance.getProcessDefinitionId()),
                Set.of(),
                journal.today());
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        instance.setVariable(Variables.ENTERED_BY, rights.person().id());
    }
}
