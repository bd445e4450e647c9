package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Puts {@link FlushInterceptor} into every command of people and jobs, inside its transaction. */
final class FlushPlugin extends AbstractProcessEnginePlugin {

    private final FlushInterceptor interceptor;

    FlushPlugin(
            Supplier<@Nullable MovedDeadlines> moved,
            Supplier<@Nullable EngineOperations> operations,
            Supplier<List<FlushListener>> listeners) {
        this.interceptor = new FlushInterceptor(new DueDateSync(moved), new Modifications(operations), listeners);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var last = engine.getCustomPostCommandInterceptorsTxRequired() == null
                ? new ArrayList<CommandInterceptor>()
                : new ArrayList<>(engine.getCustomPostCommandInterceptorsTxRequired());
        last.add(interceptor);
        engine.setCustomPostCommandInterceptorsTxRequired(last);
    }
}
