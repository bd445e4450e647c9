package dev.baton.camunda;

import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandling;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells operations of a step that failed under a person, as an incident where the handoff waits, or at the diagram where
 * nothing has begun. The engine itself does so for jobs only. Each fault is told once, until the step succeeds.
 */
final class FaultIncidents {

    static final String TYPE = "diagramFault";

    private static final Logger LOG = LoggerFactory.getLogger(FaultIncidents.class);

    private final ProcessEngineConfigurationImpl engine;

    FaultIncidents(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** After the rollback; false where the database does not take it. */
    boolean tell(FailedStep step, String message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return create(step, message);
        }
        // A caller's own transaction, which will be undone as well and holds its rows until then.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                create(step, message);
            }
        });
        return true;
    }

    private boolean create(FailedStep step, String message) {
        Command<Boolean> create = context -> context.runWithoutAuthorization(() -> create(context, step, message));
        try {
            return engine.getCommandExecutorTxRequiresNew().execute(create);
        } catch (RuntimeException failed) {
            LOG.warn("There is no incident about: {}", message, failed);
            return false;
        }
    }

    private static boolean create(CommandContext context, FailedStep step, String message) {
        var execution =
                step.execution() == null ? null : context.getExecutionManager().findExecutionById(step.execution());
        var where = execution == null ? step.definition() : execution.getId();
        var configuration = where + "/" + step.id();
        var known = context.getIncidentManager().findIncidentByConfiguration(configuration).stream()
                .anyMatch(incident -> message.equals(incident.getIncidentMessage()));
        if (!known) {
            var about = new IncidentContext();
            about.setConfiguration(configuration);
            about.setExecutionId(execution == null ? null : execution.getId());
            about.setProcessDefinitionId(execution == null ? step.definition() : execution.getProcessDefinitionId());
            about.setActivityId(step.waiting());
            about.setFailedActivityId(step.id());
            IncidentHandling.createIncident(TYPE, about, message);
        }
        return true;
    }

    /** The step behind this task has succeeded, or is about to fail anew. */
    static void resolve(DelegateExecution task) {
        of((ExecutionEntity) task).forEach(IncidentEntity::resolve);
    }

    static IncidentQuery query() {
        return new IncidentQueryImpl().incidentType(TYPE);
    }

    private static Stream<IncidentEntity> of(ExecutionEntity execution) {
        return execution.getIncidents().stream().filter(incident -> TYPE.equals(incident.getIncidentType()));
    }
}
