package dev.baton.security;

import dev.baton.camunda.FilesDeployed;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The diagram says who may start a process, as {@code candidateStarterGroups}; the engine wants a grant for it. */
@Component
class StartGrants {

    private static final Set<Permission> STARTING =
            Set.of(ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE);

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
            var starters = process.getCamundaCandidateStarterGroupsList();
            starters.forEach(group -> mayStart(group, deployed.getKey()));
            takeBack(deployed.getKey(), starters);
        }
    }

    /** What an earlier version of the diagram granted; a grant of other rights is an administrator's and stays. */
    private void takeBack(String process, Collection<String> starters) {
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .list()
                .stream()
                .filter(grant -> grant.getGroupId() != null && !starters.contains(grant.getGroupId()))
                .filter(grant -> Arrays.stream(grant.getPermissions(ProcessDefinitionPermissions.values()))
                        .filter(permission -> permission != ProcessDefinitionPermissions.NONE)
                        .collect(Collectors.toSet())
                        .equals(STARTING))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    private void mayStart(String group, String process) {
        Provisioning.grant(
                authorizations,
                Grant.on(group, Resources.PROCESS_DEFINITION, process, STARTING.toArray(Permission[]::new)));
    }
}
