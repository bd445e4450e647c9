package dev.baton.workflow;

import dev.baton.engine.CurrentPerson;
import dev.baton.engine.Refusal;
import dev.baton.engine.VariableGuard;
import dev.baton.engine.VariableWrite;
import dev.baton.people.Role;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/**
 * What nobody changes by setting a variable of a running handoff, not even along with a task's form. A package would be
 * seen by no gate: it comes in at the start, in a task that shows it, or by its own address. The terms that gates, forms
 * and policies go by were settled at the start; only operations may correct them.
 */
@Component
class SettledVariables implements VariableGuard {

    private final DeployedContracts contracts;
    private final Diagrams diagrams;
    private final CurrentPerson person;
    private final Corrections corrections;

    SettledVariables(DeployedContracts contracts, Diagrams diagrams, CurrentPerson person, Corrections corrections) {
        this.contracts = contracts;
        this.diagrams = diagrams;
        this.person = person;
        this.corrections = corrections;
    }

    @Override
    public void onWrite(VariableWrite write) {
        if (write.definition() == null || !(onRunningInstance(write) || write.task() != null)) {
            return;
        }
        if (isPackage(write.name()) && !diagrams.isForeign(write.definition())) {
            throw Refusal.of(
                    write.name(),
                    "\"%s\" is a package, not a variable of the process: change it in a task that shows it,"
                                    .formatted(write.name())
                            + " or with PATCH /api/handoffs/{id}/packages/%s.".formatted(write.name()));
        }
        if (write.called() || person.id().isEmpty() || !isSettled(write.definition(), write.name())) {
            return;
        }
        if (isOrdinaryPerson()) {
            throw Refusal.of(
                    write.name(),
                    "\"%s\" was settled when the handoff started: leave it out, or ask operations to correct it."
                            .formatted(write.name()));
        }
        corrections.check(write.name(), write.text());
    }

    private boolean isPackage(String name) {
        return contracts.catalog().packageNames().contains(name);
    }

    private boolean isSettled(String definition, String name) {
        return diagrams.protects(definition, name);
    }

    @Override
    public boolean isWorthHistory(String variable) {
        return !Reviews.NOTES.contains(variable);
    }

    private static boolean onRunningInstance(VariableWrite write) {
        return write.onInstance() && !write.starting();
    }

    private boolean isOrdinaryPerson() {
        return !person.groups().contains(Role.OPERATIONS.key())
                && !person.groups().contains(Groups.CAMUNDA_ADMIN);
    }
}
