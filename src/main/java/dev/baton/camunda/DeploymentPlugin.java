package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.ModelParseException;

/**
 * Refuses a new deployment with every violation at once, as the parse problems that Modeler's deploy dialog shows. What
 * was deployed before is loaded again without a question.
 */
final class DeploymentPlugin extends AbstractProcessEnginePlugin implements Deployer {

    private final Supplier<List<DeploymentRule>> rules;

    DeploymentPlugin(Supplier<List<DeploymentRule>> rules) {
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var first = engine.getCustomPreDeployers() == null
                ? new ArrayList<Deployer>()
                : new ArrayList<>(engine.getCustomPreDeployers());
        first.add(this);
        engine.setCustomPreDeployers(first);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var files = new TreeMap<String, byte[]>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        var violations = rules.get().stream()
                .flatMap(rule -> violations(rule, files).stream())
                .distinct()
                .toList();
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
    }

    /** None from a rule that cannot read a file: another says so, or the engine a moment later, line by line. */
    private static List<Violation> violations(DeploymentRule rule, Map<String, byte[]> files) {
        try {
            return rule.violations(files);
        } catch (ModelParseException unreadable) {
            return List.of();
        }
    }

    private static ParseException refusal(List<Violation> violations) {
        Map<String, List<Violation>> byFile =
                violations.stream().collect(Collectors.groupingBy(Violation::file, TreeMap::new, Collectors.toList()));
        var text = violations.stream().map(violation -> "\n* " + violation).collect(Collectors.joining());
        var reports = byFile.entrySet().stream()
                .map(file -> new ResourceReportImpl(
                        file.getKey(),
                        file.getValue().stream().map(Violation::problem).toList(),
                        List.of()))
                .toList();
        var refusal = new ParseException(
                "Not deployed, because:" + text,
                reports.get(0).getResourceName(),
                reports.get(0).getErrors(),
                List.of());
        refusal.getResorceReports().addAll(reports.subList(1, reports.size()));
        return refusal;
    }
}
