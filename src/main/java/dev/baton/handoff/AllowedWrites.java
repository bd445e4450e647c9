package dev.baton.handoff;

import dev.baton.camunda.Answer;
import dev.baton.camunda.CurrentPerson;
import dev.baton.camunda.VariableGuard;
import dev.baton.camunda.VariableWrite;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/**
 * Nobody sets a variable of a running handoff: people answer tasks, whose forms say what they ask for. Only operations may
 * correct what a handoff goes by, and a package is in no variable at all, where no gate would see it.
 */
@Component
class AllowedWrites implements VariableGuard {

    private final DeployedContracts contracts;
    private final Diagrams diagrams;
    private final CurrentPerson person;
    private final Corrections corrections;

    AllowedWrites(DeployedContracts contracts, Diagrams diagrams, CurrentPerson person, Corrections corrections) {
        this.contracts = contracts;
        this.diagrams = diagrams;
        this.person = person;
        this.corrections = corrections;
    }

    @Override
    public void onWrite(VariableWrite write) {
        if (write.definition() == null || write.starting() || diagrams.isForeign(write.definition())) {
            return;
        }
        if (contracts.catalog().packageNames().contains(write.name())) {
            throw Refusal.of(
                    write.name(),
                    "\"%s\" is a package, not a variable of the process: change it in a task that shows it,"
                                    .formatted(write.name())
                            + " or with PATCH /api/handoffs/{id}/packages/%s.".formatted(write.name()));
        }
        if (!write.direct()
                || Answer.isGiven()
                || AsEngine.acts()
                || person.behind().isEmpty()) {
            return;
        }
        if (Facts.NAMES.contains(write.name()) && !write.name().equals(Variables.CONTRACT)) {
            throw Refusal.of(write.name(), Facts.remedy(write.name()));
        }
        if (person.id().isPresent() && !mayCorrect()) {
            throw Refusal.of(
                    write.name(),
                    "Nobody sets \"%s\" in a running handoff: answer the task that asks for it, or ask operations to correct it."
                            .formatted(write.name()));
        }
        corrections.check(write.name(), write.text());
    }

    private boolean mayCorrect() {
        return person.groups().contains(Role.OPERATIONS.key())
                || person.groups().contains(Groups.CAMUNDA_ADMIN);
    }
}
