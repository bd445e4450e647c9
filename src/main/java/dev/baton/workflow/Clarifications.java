package dev.baton.workflow;

import dev.baton.contract.Contract;
import dev.baton.contract.UnknownContract;
import dev.baton.engine.Refusal;
import org.springframework.stereotype.Component;

/** What a receiver can ask about: the fields of the contract that a transfer goes by. */
@Component
class Clarifications {

    private final DeployedContracts contracts;

    Clarifications(DeployedContracts contracts) {
        this.contracts = contracts;
    }

    Contract contract(String key) {
        try {
            return contracts.catalog().contract(key);
        } catch (UnknownContract unknown) {
            throw Refusal.of(Variables.CONTRACT, String.valueOf(unknown.getMessage()));
        }
    }
}
