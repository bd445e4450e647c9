package dev.baton.camunda;

import dev.baton.shared.ByteOrderMark;
import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
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
        if (Context.getCommandContext().getAuthentication() != null) {
            checkSource(deployment);
        }
        var files = new TreeMap<String, byte[]>();
        deployment.getResources().forEach((name, resource) -> {
            resource.setBytes(ByteOrderMark.strip(resource.getBytes()));
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
            throw RefusedDeployment.because(violations);
        }
    }

    /**
     * Nobody's deployment passes for Baton's own, which the next start would replace. One of an earlier Baton that somebody
     * deploys again keeps its name and has no source.
     */
    private static void checkSource(DeploymentEntity deployment) {
        if (DeploymentSource.of(deployment) == DeploymentSource.OPERATIONS) {
            return;
        }
        if (deployment.getSource() != null) {
            throw Refusal.of(
                    "deployment-source",
                    "\"%s\" is the source of what Baton deploys itself: choose another deployment-source, or leave it out."
                            .formatted(deployment.getSource()));
        }
        deployment.setSource(DeploymentSource.OPERATIONS.source());
    }

    private static Violation tenant(String tenant, Map<String, byte[]> files) {
        return Violation.of(
                ModelingRule.NO_TENANT,
                files.keySet().stream().findFirst().orElse("deployment"),
                null,
                "is deployed for the tenant “%s”, and Baton serves one team: leave the tenant id empty."
                        .formatted(tenant));
    }
}
