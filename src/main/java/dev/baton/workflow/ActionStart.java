package dev.baton.workflow;

import dev.baton.engine.Refusal;
import dev.baton.journal.Handoff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Begins an action on a running handoff: finds the handoff that the person means and makes the action part of it, under
 * its business key. Callers of REST may name it by that key; a start form of Tasklist can only ask for it.
 */
@Component
class ActionStart {

    private final FormsInForce forms;
    private final Meant meant;
    private final Rights rights;
    private final DeployedContracts contracts;
    private final Diagrams diagrams;
    private final Trail trail;

    ActionStart(
            FormsInForce forms,
            Meant meant,
            Rights rights,
            DeployedContracts contracts,
            Diagrams diagrams,
            Trail trail) {
        this.forms = forms;
        this.meant = meant;
        this.rights = rights;
        this.contracts = contracts;
        this.diagrams = diagrams;
        this.trail = trail;
    }

    void begin(DelegateExecution instance, Node start) {
        var key = instance.getProcessBusinessKey();
        if (key != null && Facts.find(instance, Variables.HANDOFF).isEmpty()) {
            instance.setVariable(Variables.HANDOFF, key);
        }
        demandNoPackage(instance);
        var errors = forms.checkStart(
                start.form(instance), instance, diagrams.accepted(instance.getProcessDefinitionId()), trail.today());
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
