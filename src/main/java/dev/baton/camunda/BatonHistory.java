package dev.baton.camunda;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.*;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what people read: handoffs, activities, tasks, who did what, incidents, failures and the flat facts. It keeps
 * no second copy of each variable write, no rows per decision, and nothing about jobs that went well.
 */
final class BatonHistory extends AbstractHistoryLevel {

    static final String NAME = "baton";

    private static final Set<HistoryEventType> KEPT = Set.of(
            PROCESS_INSTANCE_START,
            PROCESS_INSTANCE_UPDATE,
            PROCESS_INSTANCE_MIGRATE,
            PROCESS_INSTANCE_END,
            ACTIVITY_INSTANCE_START,
            ACTIVITY_INSTANCE_UPDATE,
            ACTIVITY_INSTANCE_MIGRATE,
            ACTIVITY_INSTANCE_END,
            TASK_INSTANCE_CREATE,
            TASK_INSTANCE_UPDATE,
            TASK_INSTANCE_MIGRATE,
            TASK_INSTANCE_COMPLETE,
            TASK_INSTANCE_DELETE,
            VARIABLE_INSTANCE_CREATE,
            VARIABLE_INSTANCE_UPDATE,
            VARIABLE_INSTANCE_MIGRATE,
            VARIABLE_INSTANCE_DELETE,
            INCIDENT_CREATE,
            INCIDENT_MIGRATE,
            INCIDENT_UPDATE,
            INCIDENT_DELETE,
            INCIDENT_RESOLVE,
            JOB_FAIL,
            EXTERNAL_TASK_FAIL,
            BATCH_START,
            BATCH_UPDATE,
            BATCH_END,
            USER_OPERATION_LOG);

    @Override
    public int getId() {
        return 724;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return KEPT.contains(type);
    }
}
