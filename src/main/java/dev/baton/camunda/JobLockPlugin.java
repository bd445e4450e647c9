package dev.baton.camunda;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts this node's name on the jobs it works on. A node that was killed holds its jobs until their locks run out; when
 * it starts again it lets go of them first, so that what is due fires at once. Other nodes keep theirs.
 */
final class JobLockPlugin extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(JobLockPlugin.class);

    private final String node;

    JobLockPlugin(String node) {
        this.node = node;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().setLockOwner(node);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Command<Integer> letGo = context -> letGo(engine.getManagementService());
        var jobs = settings.getCommandExecutorTxRequired().execute(letGo);
        if (jobs > 0) {
            LOG.warn("{} did not stop properly: {} of its jobs are taken up again.", node, jobs);
        }
    }

    private int letGo(ManagementService management) {
        var held = management.createJobQuery().acquired().list().stream()
                .map(JobEntity.class::cast)
                .filter(job -> node.equals(job.getLockOwner()))
                .toList();
        held.forEach(JobEntity::unlock);
        return held.size();
    }
}
