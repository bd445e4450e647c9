package dev.baton.workflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.contract.Contract;
import dev.baton.contract.UnknownContract;
import dev.baton.engine.DeployedForms;
import dev.baton.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a transfer takes from its contract when nobody says otherwise: the two roles, the packages and their form. */
@Component
class TransferTerms implements Terms {

    private final DeployedContracts contracts;
    private final DeployedForms forms;

    TransferTerms(DeployedContracts contracts, DeployedForms forms) {
        this.contracts = contracts;
        this.forms = forms;
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
        form(instance, "package-" + contract.key());
        instance.setVariable(Variables.TRANSFER_PACKAGES, String.join(",", contract.packages()));
        instance.setVariable(Variables.CLARIFICATION_FIELDS, Json.variable(fields(contract)));
        instance.setVariable(Variables.RECEIVER_SECONDS_USED, 0L);
    }

    /** A question is about a field of the contract: the answer, and the next template, must know where it belongs. */
    void demandKnownField(VariableScope question) {
        var field = Facts.text(question, Variables.CLARIFICATION_FIELD);
        for (var choice : fields(contract(Facts.text(question, Variables.CONTRACT)))) {
            if (choice.path("value").asText().equals(field)) {
                return;
            }
        }
        throw Refusal.of(
                Variables.CLARIFICATION_FIELD,
                "\"%s\" is not a field of this handoff: choose the field your question is about.".formatted(field));
    }

    /** What the receiver can ask about: every field of the contract, as choices of a form. */
    private ArrayNode fields(Contract contract) {
        var choices = JsonNodeFactory.instance.arrayNode();
        for (var name : contract.packages()) {
            contracts.catalog().requirements(name).stream()
                    .filter(requirement -> !requirement.wholeDocument())
                    .forEach(requirement -> choices.addObject()
                            .put("label", requirement.label())
                            .put("value", name + "." + requirement.field()));
        }
        return choices;
    }

    private Contract contract(String key) {
        try {
            return contracts.catalog().contract(key);
        } catch (UnknownContract unknown) {
            throw Refusal.of(Variables.CONTRACT, String.valueOf(unknown.getMessage()));
        }
    }

    private void form(DelegateExecution instance, String usual) {
        var given = Facts.find(instance, Variables.PACKAGE_FORM);
        given.filter(form -> forms.latest(form).isEmpty()).ifPresent(unknown -> {
            throw Refusal.of(
                    Variables.PACKAGE_FORM,
                    "There is no form \"%s\": leave it out, and the contract's own form is used.".formatted(unknown));
        });
        instance.setVariable(Variables.PACKAGE_FORM, given.orElse(usual));
    }
}
