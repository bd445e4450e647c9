package dev.baton.action;

import dev.baton.form.FormsInForce;
import dev.baton.handoff.Rights;
import dev.baton.journal.Handoff;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
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
 * Begins an action on a running handoff: finds the handoff that the person means and makes the action part of it, under
 * its business key. Callers of REST may name it by that key; a start form of Tasklist can only ask for it.
 */
@Component
@Order(NodeListener.CHECK)
class ActionStart implements NodeListener {

    /** Those who read them say all that is wrong at once. */
    private static final Set<String> PEOPLE =
            Set.of(Variables.SPOKEN_WITH, Variables.NEW_ACCOUNTABLE, Variables.TEAM_MEMBER);

    private final FormsInForce forms;
    private final HandoffLookup meant;
    private final Rights rights;
    private final DeployedContracts contracts;
    private final Diagrams diagrams;
    private final JournalWriter journal;

    ActionStart(
            FormsInForce forms,
            HandoffLookup meant,
            Rights rights,
            DeployedContracts contracts,
            Diagrams diagrams,
            JournalWriter journal) {
        this.forms = forms;
        this.meant = meant;
        this.rights = rights;
        this.contracts = contracts;
        this.diagrams = diagrams;
        this.journal = journal;
    }

    @Override
    public void started(DelegateExecution instance) {
        if (diagrams.actsOnHandoff(instance)) {
            begin(instance, diagrams.node(instance));
        }
    }

    private void begin(DelegateExecution instance, Node start) {
        var key = instance.getProcessBusinessKey();
        if (key != null && Facts.find(instance, Variables.HANDOFF).isEmpty()) {
            instance.setVariable(Variables.HANDOFF, key);
        }
        demandNoPackage(instance);
        var errors = forms.checkStart(
                start.form(instance),
                instance,
                diagrams.accepted(instance.getProcessDefinitionId()),
                PEOPLE,
                journal.today());
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        var handoff = meant.handoff(Facts.text(instance, Variables.HANDOFF));
        demandOneHandoff(key, handoff);
        instance.setVariable(Variables.HANDOFF, handoff.id());
        instance.setVariable(Variables.CAMPAIGN, handoff.campaign());
        instance.setVariable(Variables.ENTERED_BY, rights.person().id());
        instance.setProcessBusinessKey(handoff.id());
    }

    private void demandNoPackage(DelegateExecution instance) {
        contracts.catalog().packageNames().stream()
                .filter(instance::hasVariable)
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.of(
                            name,
                            "An action brings no packages: change \"%s\" in a task that shows it, or with PATCH /api/handoffs/{id}/packages/%s."
                                    .formatted(name, name));
                });
    }

    private static void demandOneHandoff(String key, Handoff handoff) {
        if (key != null && !key.equals(handoff.id())) {
            throw Refusal.of(
                    Variables.HANDOFF,
                    "The business key says \"%s\" and \"handoff\" says \"%s\": leave one of them out."
                            .formatted(key, handoff.id()));
        }
    }
}
