package dev.baton.deployment;

import dev.baton.camunda.DeployedForms;
import dev.baton.camunda.DeploymentRule;
import dev.baton.camunda.Violation;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Reads the files of a deployment once and holds them to every {@link Rule}. */
@Component
class DeploymentRules implements DeploymentRule {

    private final List<Rule> rules;
    private final RepositoryService repository;
    private final DeployedForms forms;

    DeploymentRules(List<Rule> rules, RepositoryService repository, DeployedForms forms) {
        this.rules = rules;
        this.repository = repository;
        this.forms = forms;
    }

    @Override
    public List<Violation> violations(Map<String, byte[]> files) {
        var definitions = new Definitions(files, repository, forms);
        var found = new Violations();
        rules.forEach(rule -> rule.check(definitions, found));
        return found.all();
    }
}
