package dev.baton.camunda;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;

/** Leaves no way to run code from an expression or a script. */
final class SandboxPlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final VisibleBeans beans;

    SandboxPlugin(ApplicationContext context, VisibleBeans beans) {
        this.context = context;
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans);
        engine.setExpressionManager(new RestrictedExpressions(context, beans));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);

        engine.setScriptEngineResolver(new NoScriptEngineResolver());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setConfigureScriptEngineHostAccess(false);

        engine.setEnableXxeProcessing(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
    }
}
