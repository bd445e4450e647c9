package dev.baton.deployment;

import dev.baton.camunda.CurrentPerson;
import dev.baton.camunda.DeploymentCheck;
import dev.baton.camunda.DeploymentSource;
import dev.baton.camunda.DeploymentStore;
import dev.baton.deployment.DeploymentPage.DefinitionView;
import dev.baton.deployment.DeploymentPage.DeploymentView;
import dev.baton.process.AsEngine;
import dev.baton.process.NotAllowed;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = DeploymentUploads.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deployments")
class DeploymentController {

    private static final int MAX_PAGE_SIZE = 200;

    private final RepositoryService repository;
    private final HistoryService history;
    private final AuthorizationService authorizations;
    private final DeploymentStore store;
    private final FileDeployment files;
    private final DeploymentCheck check;
    private final CurrentPerson current;
    private final AsEngine asEngine;

    DeploymentController(
            RepositoryService repository,
            HistoryService history,
            AuthorizationService authorizations,
            DeploymentStore store,
            FileDeployment files,
            DeploymentCheck check,
            CurrentPerson current,
            AsEngine asEngine) {
        this.repository = repository;
        this.history = history;
        this.authorizations = authorizations;
        this.store = store;
        this.files = files;
        this.check = check;
        this.current = current;
        this.asEngine = asEngine;
    }

    @GetMapping
    @Operation(
            operationId = "listDeployments",
            summary = "What was deployed, the newest first, and what of Baton's own files is not in force",
            description =
                    "Where each deployment came from, and what it brought; which changed files were left aside because operations have deployed their own version, with the difference; which files break a rule. For operations and administrators.")
    DeploymentPage list(
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size) {
        checkRights();
        if (page < 0) {
            throw Refusal.of("page", "Pages count from 0; page %d does not exist.".formatted(page));
        }
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw Refusal.of("size", "A page holds 1 to %d deployments, not %d.".formatted(MAX_PAGE_SIZE, size));
        }
        return asEngine.call(() -> page(page, size));
    }

    private void checkRights() {
        var mayDeploy = authorizations.isUserAuthorized(
                current.id().orElseThrow(), current.groups(), Permissions.CREATE, Resources.DEPLOYMENT);
        if (!mayDeploy) {
            throw new NotAllowed("Deployments are for those who may deploy: operations and administrators.");
        }
    }

    private DeploymentPage page(int page, int size) {
        var all = repository.createDeploymentQuery();
        var first = Math.min((long) page * size, Integer.MAX_VALUE);
        return new DeploymentPage(
                all.orderByDeploymentTime().desc().listPage((int) first, size).stream()
                        .map(this::view)
                        .toList(),
                page,
                size,
                repository.createDeploymentQuery().count(),
                files.leftAside().stream().map(DeploymentPage.LeftAside::of).toList(),
                CheckedDeployment.of(files.refused(), check).violations());
    }

    private DeploymentView view(Deployment deployment) {
        return new DeploymentView(
                deployment.getId(),
                deployment.getName(),
                DeploymentSource.of(deployment).name().toLowerCase(Locale.ROOT),
                deployment.getDeploymentTime().toInstant(),
                deployedBy(deployment),
                store.definitions(deployment).stream()
                        .map(DefinitionView::of)
                        .sorted(Comparator.comparing(DefinitionView::kind).thenComparing(DefinitionView::key))
                        .toList());
    }

    private @Nullable String deployedBy(Deployment deployment) {
        return history
                .createUserOperationLogQuery()
                .deploymentId(deployment.getId())
                .entityType(EntityTypes.DEPLOYMENT)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                .list()
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .orElse(null);
    }
}
