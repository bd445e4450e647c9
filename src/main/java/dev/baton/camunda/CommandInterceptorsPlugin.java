package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Puts {@link RetryInterceptor} and {@link ChangeInterceptor} around every command, outside its transaction. */
final class CommandInterceptorsPlugin extends AbstractProcessEnginePlugin {

    private final Supplier<@Nullable ClosedTaskExplanation> lateTask;
    private final Deployments deployments;
    private final PeopleChanges people;

    CommandInterceptorsPlugin(
            Supplier<@Nullable ClosedTaskExplanation> lateTask, Deployments deployments, PeopleChanges people) {
        this.lateTask = lateTask;
        this.deployments = deployments;
        this.people = people;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var faults = new FaultReports(new FaultIncidents(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(
                first(faults, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                first(faults, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> first(FaultReports faults, @Nullable List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>();
        all.add(new RetryInterceptor(lateTask, faults));
        all.add(new ChangeInterceptor(deployments, people));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
