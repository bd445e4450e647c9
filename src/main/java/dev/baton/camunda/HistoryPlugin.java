package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/** Offers the history level {@code baton} and lets every variable write pass the guards. */
final class HistoryPlugin extends AbstractProcessEnginePlugin {

    private final Supplier<List<VariableGuard>> guards;
    private final Supplier<@Nullable EngineOperations> operations;
    private final Supplier<List<TaskHolderRule>> holders;

    HistoryPlugin(
            Supplier<List<VariableGuard>> guards,
            Supplier<@Nullable EngineOperations> operations,
            Supplier<List<TaskHolderRule>> holders) {
        this.guards = guards;
        this.operations = operations;
        this.holders = holders;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new BatonHistory())));
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers()
                .add(new VariableWrites(guards, operations, new TaskHolderChecks(holders)));
    }
}
