package dev.baton.camunda;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Puts {@link DeadlineInterceptor} into every command of people and jobs, inside its transaction. */
final class DeadlineCommands extends AbstractProcessEnginePlugin {

    private final Supplier<@Nullable MovedDeadlines> hook;

    DeadlineCommands(Supplier<@Nullable MovedDeadlines> hook) {
        this.hook = hook;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var last = engine.getCustomPostCommandInterceptorsTxRequired() == null
                ? new ArrayList<CommandInterceptor>()
                : new ArrayList<>(engine.getCustomPostCommandInterceptorsTxRequired());
        last.add(new DeadlineInterceptor(hook));
        engine.setCustomPostCommandInterceptorsTxRequired(last);
    }
}
