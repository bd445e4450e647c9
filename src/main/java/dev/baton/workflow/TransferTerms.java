package dev.baton.workflow;

import dev.baton.contract.Contract;
import dev.baton.contract.UnknownContract;
import dev.baton.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a transfer takes from its contract when nobody says otherwise: the two roles, the packages and their form. */
@Component
class TransferTerms implements Terms {

    private final DeployedContracts contracts;

    TransferTerms(DeployedContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public String process() {
        return ProcessKeys.TRANSFER;
    }

    @Override
    public void complete(DelegateExecution instance) {
        var contract = contract(Facts.text(instance, Variables.CONTRACT));
        instance.setVariable(
                Variables.SENDER_ROLE,
                Facts.role(instance, Variables.SENDER_ROLE, contract.from().get(0)));
        instance.setVariable(
                Variables.RECEIVER_ROLE,
                Facts.role(instance, Variables.RECEIVER_ROLE, contract.to().get(0)));
        instance.setVariable(Variables.TRANSFER_PACKAGES, String.join(",", contract.packages()));
        instance.setVariable(Variables.RECEIVER_SECONDS_USED, 0L);
    }

    private Contract contract(String key) {
        try {
            return contracts.catalog().contract(key);
        } catch (UnknownContract unknown) {
            throw Refusal.of(Variables.CONTRACT, String.valueOf(unknown.getMessage()));
        }
    }
}
