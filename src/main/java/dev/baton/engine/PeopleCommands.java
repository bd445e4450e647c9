package dev.baton.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Puts {@link SecondTry} and {@link ChangeWatch} around every command, outside its transaction. */
final class PeopleCommands extends AbstractProcessEnginePlugin {

    private final Supplier<@Nullable LateTask> lateTask;
    private final Deployments deployments;
    private final PeopleChanges people;

    PeopleCommands(Supplier<@Nullable LateTask> lateTask, Deployments deployments, PeopleChanges people) {
        this.lateTask = lateTask;
        this.deployments = deployments;
        this.people = people;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(first(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                first(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> first(@Nullable List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>();
        all.add(new SecondTry(lateTask));
        all.add(new ChangeWatch(deployments, people));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
