package dev.baton.workflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.contract.Contract;
import dev.baton.contract.UnknownContract;
import dev.baton.engine.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a receiver can ask about: the fields of the contract that a transfer goes by. */
@Component
class Clarifications {

    private final DeployedContracts contracts;

    Clarifications(DeployedContracts contracts) {
        this.contracts = contracts;
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

    /** Every field of a contract, as choices of a form. */
    ArrayNode fields(Contract contract) {
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

    Contract contract(String key) {
        try {
            return contracts.catalog().contract(key);
        } catch (UnknownContract unknown) {
            throw Refusal.of(Variables.CONTRACT, String.valueOf(unknown.getMessage()));
        }
    }
}
