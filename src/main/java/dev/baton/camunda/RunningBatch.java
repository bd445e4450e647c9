package dev.baton.camunda;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.batch.BatchEntity;
import org.camunda.bpm.engine.impl.context.Context;

/** The batch whose job the engine works on at the moment: the job has read it before it begins. */
final class RunningBatch {

    private RunningBatch() {}

    static Optional<BatchEntity> find() {
        var context = Context.getCommandContext();
        return context == null || context.getCurrentJob() == null
                ? Optional.empty()
                : context.getDbEntityManager().getCachedEntitiesByType(BatchEntity.class).stream()
                        .findFirst();
    }

    static Optional<String> starter() {
        return find().map(BatchEntity::getCreateUserId).filter(Objects::nonNull);
    }
}
