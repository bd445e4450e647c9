package dev.baton.camunda;

import static java.util.Comparator.comparing;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the processes that a command has modified. The engine keeps the scope of those, and of no others; its log knows
 * neither what was entered nor what batches do.
 */
final class Modifications {

    private final Supplier<@Nullable EngineOperations> operations;

    Modifications(Supplier<@Nullable EngineOperations> operations) {
        this.operations = operations;
    }

    void tell(CommandContext context) {
        var modified = context.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(execution -> execution.isProcessInstanceExecution()
                        && execution.isPreserveScope()
                        && execution.getBusinessKey() != null)
                .map(instance -> read(context, instance))
                .toList();
        var hearer = modified.isEmpty() ? null : operations.get();
        if (hearer != null) {
            modified.forEach(hearer::modified);
        }
    }

    private static Modification read(CommandContext context, ExecutionEntity instance) {
        var cache = context.getDbEntityManager().getDbEntityCache();
        var entered =
                context.getDbEntityManager().getCachedEntitiesByType(HistoricActivityInstanceEventEntity.class).stream()
                        .filter(activity -> instance.getId().equals(activity.getProcessInstanceId()))
                        .filter(cache::isTransient)
                        .sorted(comparing(HistoricActivityInstanceEventEntity::getStartTime)
                                .thenComparing(HistoricActivityInstanceEventEntity::getSequenceCounter))
                        .map(HistoricActivityInstanceEventEntity::getActivityId);
        return new Modification(
                instance.getBusinessKey(),
                instance.getId(),
                instance.getProcessDefinitionId(),
                cache.isTransient(instance),
                Stream.concat(entered, waiting(context, instance)).distinct().toList());
    }

    /** Where a job begins a node later, no history tells of it yet. */
    private static Stream<String> waiting(CommandContext context, ExecutionEntity instance) {
        return context.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(execution -> instance.getId().equals(execution.getProcessInstanceId()))
                .filter(execution -> execution.getActivityInstanceId() == null && !execution.isRemoved())
                .map(ExecutionEntity::getActivityId)
                .filter(Objects::nonNull);
    }
}
