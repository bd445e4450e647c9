package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.contract.Gap;
import dev.baton.contract.Verdict;
import dev.baton.journal.Status;
import dev.baton.process.Facts;
import dev.baton.process.HandoffFactsReader;
import dev.baton.process.JournalWriter;
import dev.baton.process.Variables;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** `${contextGate}`: judges the handoff's packages against a contract; what is incomplete never goes forward. */
@Component
@VisibleInDiagrams
class ContextGate implements JavaDelegate {

    private final DeployedContracts contracts;
    private final ContextStore context;
    private final HandoffFactsReader facts;
    private final JournalWriter journal;

    ContextGate(DeployedContracts contracts, ContextStore context, HandoffFactsReader facts, JournalWriter journal) {
        this.contracts = contracts;
        this.context = context;
        this.facts = facts;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var contract = Facts.find(execution, Variables.CONTRACT)
                .orElseThrow(() -> new IllegalStateException("No contract is named that it could judge by."));
        var edition = contracts.edition();
        var packages = new TreeMap<>(context.latest(Facts.handoff(execution)));
        var situation = facts.situation(execution, journal.today());

        var verdict = edition.catalog().check(contract, documents(packages), situation);

        tell(execution, contract, verdict);
        journal.add(execution, judged(contract, edition.version(), packages, verdict));
        if (!verdict.complete()) {
            journal.status(execution, Status.INCOMPLETE);
        }
    }

    private static Map<String, JsonNode> documents(Map<String, PackageVersion> packages) {
        var documents = new TreeMap<String, JsonNode>();
        packages.forEach((name, version) -> documents.put(name, version.document()));
        return documents;
    }

    private static void tell(DelegateExecution execution, String contract, Verdict verdict) {
        execution.setVariable(Variables.CONTEXT_COMPLETE, verdict.complete());
        execution.setVariable(Variables.JUDGED_CONTRACT, contract);
    }

    private static GateJudged judged(
            String contract, String rules, Map<String, PackageVersion> packages, Verdict verdict) {
        var versions = new TreeMap<String, Integer>();
        packages.forEach((name, version) -> versions.put(name, version.version()));
        return new GateJudged(
                contract,
                verdict.complete(),
                verdict.completenessPercent(),
                rules,
                versions,
                verdict.gaps().stream().map(ContextGate::brief).toList());
    }

    private static GateJudged.Gap brief(Gap gap) {
        return new GateJudged.Gap(gap.packageName(), gap.field(), gap.problem().name());
    }
}
