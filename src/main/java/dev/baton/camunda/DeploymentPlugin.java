package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a new deployment with every violation at once, as the parse problems that Modeler's deploy dialog shows. What
 * was deployed before is loaded again without a question.
 */
final class DeploymentPlugin extends AbstractProcessEnginePlugin implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentPlugin.class);

    private final DeploymentCheck check;

    DeploymentPlugin(DeploymentCheck check) {
        this.check = check;
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
        deployment.getResources().forEach((name, resource) -> {
            resource.setBytes(
                    new UploadedFile(name, resource.getBytes()).withoutMark().content());
            files.put(name, resource.getBytes());
        });
        var violations = new ArrayList<Violation>();
        if (deployment.getTenantId() != null) {
            violations.add(tenant(deployment.getTenantId(), files));
        }
        check.violations(files).forEach(violation -> {
            if (check.isWarning(violation.rule())) {
                LOG.warn("Deployed all the same: {}", violation);
            } else {
                violations.add(violation);
            }
        });
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
    }

    private static Violation tenant(String tenant, Map<String, byte[]> files) {
        return Violation.of(
                ModelingRule.NO_TENANT,
                files.keySet().stream().findFirst().orElse("deployment"),
                null,
                "is deployed for the tenant “%s”, and Baton serves one team: leave the tenant id empty."
                        .formatted(tenant));
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
