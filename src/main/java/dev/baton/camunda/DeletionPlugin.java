package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Refuses to delete what is needed, and to end what runs in the name of anybody but an administrator. It sits where the
 * engine deletes, below every command, so that no way around it is left.
 */
final class DeletionPlugin extends AbstractProcessEnginePlugin {

    private final Supplier<List<DeletionRule>> rules;

    DeletionPlugin(Supplier<List<DeletionRule>> rules) {
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var factories = engine.getCustomSessionFactories() == null
                ? new ArrayList<SessionFactory>()
                : new ArrayList<>(engine.getCustomSessionFactories());
        factories.add(new Factory(DeploymentManager.class, () -> new CheckedDeployments(this::check)));
        factories.add(new Factory(ProcessDefinitionManager.class, () -> new CheckedProcesses(this::check)));
        engine.setCustomSessionFactories(factories);
    }

    private void check(Set<String> deleted, boolean cascade) {
        var context = Context.getCommandContext();
        var person = context.getAuthentication();
        if (cascade && person != null && !context.getAuthorizationManager().isCamundaAdmin(person)) {
            throw new AuthorizationException(
                    "Only administrators delete with cascade: it ends what runs and takes its history. Delete without it.");
        }
        // Whoever deploys meanwhile might come to need it.
        context.getPropertyManager().acquireExclusiveLock();
        var needs = context.runWithoutAuthorization(() -> needs(new StoredDefinitions(context), deleted, cascade));
        if (!needs.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "Not deleted. " + String.join(" ", needs), List.of());
        }
    }

    /** @param deleted ids of a deployment or of a definition */
    private List<String> needs(StoredDefinitions stored, Set<String> deleted, boolean cascade) {
        var definitions = stored.definitions().all().stream()
                .filter(each -> deleted.contains(each.deployment()) || deleted.contains(each.id()))
                .toList();
        return rules.get().stream()
                .flatMap(rule -> rule.needs(definitions, cascade).stream())
                .distinct()
                .toList();
    }

    @FunctionalInterface
    private interface Check {
        void deletion(Set<String> ids, boolean cascade);
    }

    private record Factory(Class<?> type, Supplier<Session> session) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return session.get();
        }
    }

    private static final class CheckedDeployments extends DeploymentManager {

        private final Check check;
        private boolean checked;

        private CheckedDeployments(Check check) {
            this.check = check;
        }

        @Override
        public void deleteDeployment(
                String deployment, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
            check.deletion(Set.of(deployment), cascade);
            checked = true;
            try {
                super.deleteDeployment(deployment, cascade, skipCustomListeners, skipIoMappings);
            } finally {
                checked = false;
            }
        }
    }

    private static final class CheckedProcesses extends DefinitionIncidents {

        private final Check check;

        private CheckedProcesses(Check check) {
            this.check = check;
        }

        @Override
        public void deleteProcessDefinition(
                ProcessDefinition process,
                String id,
                boolean cascadeToHistory,
                boolean cascadeToInstances,
                boolean skipCustomListeners,
                boolean skipIoMappings) {
            if (!goesWithItsDeployment()) {
                check.deletion(Set.of(id), cascadeToHistory || cascadeToInstances);
            }
            super.deleteProcessDefinition(
                    process, id, cascadeToHistory, cascadeToInstances, skipCustomListeners, skipIoMappings);
        }

        private static boolean goesWithItsDeployment() {
            return Context.getCommandContext().getDeploymentManager() instanceof CheckedDeployments deployments
                    && deployments.checked;
        }
    }
}
