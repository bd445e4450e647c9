package dev.baton.handoff;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.PackageHistory;
import dev.baton.packages.PackageVersion;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * `${copyPackages}`: gives a branch what its trunk holds of the packages of a contract. What the branch has already is
 * left as it is: people inside bring it up to date in the task that hands it over.
 */
@Component
@VisibleInDiagrams
class CopyPackages implements JavaDelegate {

    /** The way in of a copied version. */
    static final String VIA = "copy";

    private final Journal journal;
    private final DeployedContracts contracts;
    private final ContextStore context;
    private final PackageHistory history;

    CopyPackages(Journal journal, DeployedContracts contracts, ContextStore context, PackageHistory history) {
        this.journal = journal;
        this.contracts = contracts;
        this.context = context;
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var branch = Facts.handoff(execution);
        var contract = contracts.contract(Facts.text(execution, Variables.CONTRACT));
        var trunk = journal.find(branch).flatMap(Branches::trunk).orElseThrow();
        var missing = context.latest(trunk, contract.packages());
        missing.keySet().removeAll(context.latest(branch, contract.packages()).keySet());
        missing.values().forEach(version -> copy(branch, version, execution.getCurrentActivityId()));
    }

    private void copy(String branch, PackageVersion of, String node) {
        history.add(context.merge(branch, of.name(), 0, of.document(), of.author(), VIA), node);
    }
}
