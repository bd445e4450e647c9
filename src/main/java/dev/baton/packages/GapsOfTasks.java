package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the packages of a task still miss, judged anew when the task is looked at, by the contract of its last gate. */
@Component
public class GapsOfTasks {

    private final DeployedContracts contracts;
    private final ContextStore context;
    private final JournalWriter journal;

    GapsOfTasks(DeployedContracts contracts, ContextStore context, JournalWriter journal) {
        this.contracts = contracts;
        this.context = context;
        this.journal = journal;
    }

    /** The gaps as a form shows them; none before the first gate, and none once it has let work pass. */
    public Optional<JsonNode> of(DelegateExecution task) {
        if (!Boolean.FALSE.equals(task.getVariable(Variables.CONTEXT_COMPLETE))) {
            return Optional.empty();
        }
        return Facts.find(task, Variables.JUDGED_CONTRACT).map(contract -> {
            var documents = context.latest(Facts.handoff(task)).entrySet().stream()
                    .collect(Collectors.toMap(java.util.Map.Entry::getKey, latest ->
                            (JsonNode) latest.getValue().document()));
            var verdict = contracts.catalog().check(contract, documents, Facts.situation(task, journal.today()));
            return Json.MAPPER.valueToTree(verdict.gaps());
        });
    }
}
