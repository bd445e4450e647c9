package dev.baton.camunda;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** What Baton needs of the engine whatever an operator configures. */
final class EngineSettings extends AbstractProcessEnginePlugin {

    /** The most that Camunda's own pages ask for. */
    private static final int LONGEST_LIST = 2000;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setQueryMaxResultsLimit(LONGEST_LIST);
        engine.setGeneralResourceWhitelistPattern(Ids.PATTERN);

        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setResourceAuthorizationProvider(new DefaultGrants());

        engine.setDeploymentHandlerFactory(DeploymentHandling::new);

        engine.setCmmnEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);

        engine.setEnableCmdExceptionLogging(false);
    }
}
