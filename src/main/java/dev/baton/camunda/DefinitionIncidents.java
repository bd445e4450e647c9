package dev.baton.camunda;

import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.IncidentQuery;

/**
 * An incident about a start that failed belongs to the diagram alone: it is over when a newer version is deployed, and
 * goes with its version, which could not be deleted before it.
 */
class DefinitionIncidents extends ProcessDefinitionManager {

    @Override
    public void insertProcessDefinition(ProcessDefinitionEntity definition) {
        resolve(FaultIncidents.query().processDefinitionKeyIn(definition.getKey()));
        super.insertProcessDefinition(definition);
    }

    @Override
    public void deleteProcessDefinition(
            ProcessDefinition definition,
            String id,
            boolean cascadeToHistory,
            boolean cascadeToInstances,
            boolean skipCustomListeners,
            boolean skipIoMappings) {
        resolve(FaultIncidents.query().processDefinitionId(id));
        super.deleteProcessDefinition(
                definition, id, cascadeToHistory, cascadeToInstances, skipCustomListeners, skipIoMappings);
    }

    private void resolve(IncidentQuery query) {
        getSession(IncidentManager.class).findIncidentByQueryCriteria((IncidentQueryImpl) query, null).stream()
                .map(IncidentEntity.class::cast)
                .filter(incident -> incident.getExecutionId() == null)
                .forEach(IncidentEntity::resolve);
    }
}
