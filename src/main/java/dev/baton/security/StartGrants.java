package dev.baton.security;

import dev.baton.camunda.FilesDeployed;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The diagram says who may start a process, as {@code candidateStarterGroups}; the engine wants a grant for it. */
@Component
class StartGrants {

    private final RepositoryService repository;
    private final AuthorizationService authorizations;

    StartGrants(RepositoryService repository, AuthorizationService authorizations) {
        this.repository = repository;
        this.authorizations = authorizations;
    }

    /** Again once everything is deployed that is deployed at the start, and whenever Baton deploys of itself. */
    @EventListener({ApplicationReadyEvent.class, FilesDeployed.class})
    void create() {
        for (var deployed : repository
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .list()) {
            Process process = repository.getBpmnModelInstance(deployed.getId()).getModelElementById(deployed.getKey());
            process.getCamundaCandidateStarterGroupsList().forEach(group -> mayStart(group, deployed.getKey()));
        }
    }

    private void mayStart(String group, String process) {
        Provisioning.grant(
                authorizations,
                Grant.on(
                        group,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE));
    }
}
