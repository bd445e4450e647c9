package dev.baton.camunda;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Reads what is deployed inside a command, with the engine's rights. */
final class StoredDefinitions {

    private final CommandContext context;

    StoredDefinitions(CommandContext context) {
        this.context = context;
    }

    DeployedDefinitions definitions() {
        return context.runWithoutAuthorization(() -> new DeployedDefinitions(all()));
    }

    List<Definition> definitions(String deployment) {
        return context.runWithoutAuthorization(() -> of(deployment));
    }

    private List<Definition> of(String deployment) {
        var repository = context.getProcessEngineConfiguration().getRepositoryService();
        var processes = repository.createProcessDefinitionQuery().deploymentId(deployment).unlimitedList().stream()
                .map(StoredDefinitions::of);
        var decisions = repository.createDecisionDefinitionQuery().deploymentId(deployment).unlimitedList().stream()
                .map(StoredDefinitions::of);
        return Stream.of(processes, decisions, forms(deployment))
                .flatMap(definitions -> definitions)
                .toList();
    }

    private Stream<Definition> all() {
        var repository = context.getProcessEngineConfiguration().getRepositoryService();
        var processes = repository.createProcessDefinitionQuery().withoutTenantId().unlimitedList().stream()
                .map(StoredDefinitions::of);
        var decisions = repository.createDecisionDefinitionQuery().withoutTenantId().unlimitedList().stream()
                .map(StoredDefinitions::of);
        return Stream.of(processes, decisions, forms()).flatMap(definitions -> definitions);
    }

    /** The engine has no query for them. */
    private Stream<Definition> forms() {
        var repository = context.getProcessEngineConfiguration().getRepositoryService();
        return repository.createDeploymentQuery().withoutTenantId().unlimitedList().stream()
                .flatMap(deployment -> forms(deployment.getId()));
    }

    private Stream<Definition> forms(String deployment) {
        return context.getCamundaFormDefinitionManager().findDefinitionsByDeploymentId(deployment).stream()
                .map(StoredDefinitions::of);
    }

    byte[] content(Definition definition) {
        return content(definition.deployment(), definition.file()).getBytes();
    }

    private ResourceEntity content(String deployment, String file) {
        return context.getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, file);
    }

    private static Definition of(ProcessDefinition process) {
        return new Definition(
                Definition.Kind.PROCESS,
                process.getKey(),
                process.getVersion(),
                process.getId(),
                process.getDeploymentId(),
                process.getResourceName());
    }

    private static Definition of(DecisionDefinition decision) {
        return new Definition(
                Definition.Kind.DECISION,
                decision.getKey(),
                decision.getVersion(),
                decision.getId(),
                decision.getDeploymentId(),
                decision.getResourceName());
    }

    private static Definition of(CamundaFormDefinitionEntity form) {
        return new Definition(
                Definition.Kind.FORM,
                form.getKey(),
                form.getVersion(),
                form.getId(),
                form.getDeploymentId(),
                form.getResourceName());
    }
}
