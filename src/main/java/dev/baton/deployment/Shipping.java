package dev.baton.deployment;

import dev.baton.camunda.Definition;
import dev.baton.camunda.DeployedDefinitions;
import dev.baton.camunda.DeploymentSource;
import dev.baton.camunda.DeploymentStore;
import dev.baton.camunda.InvalidSetting;
import dev.baton.camunda.ModelingRule;
import dev.baton.camunda.RefusedDeployment;
import dev.baton.camunda.Violation;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/**
 * Deploys the files that changed since they were last shipped, together, so that the rules see what needs each other; never
 * over a newer version of operations. However many nodes do it at once, it happens once.
 */
@Component
class Shipping {

    /** A file that changed since it was last shipped, and that did not take the place of what operations deployed. */
    record LeftAside(String file, Definition inForce, List<String> difference) {}

    /**
     * What became of the files.
     *
     * @param deployed names of those that are in force since now
     * @param refused  what breaks a rule; what was in force before it still is
     */
    record Report(List<String> deployed, List<Violation> refused) {}

    private enum Standing {
        UNCHANGED,
        OPERATIONS_HAVE_THEIR_OWN,
        CHANGED
    }

    private final DeploymentStore store;
    private final RepositoryService repository;

    Shipping(DeploymentStore store, RepositoryService repository) {
        this.store = store;
        this.repository = repository;
    }

    /**
     * Without the files that break a rule, and without those that need them.
     *
     * @throws InvalidSetting where nothing is in force that could go on instead of them
     */
    Report ship(Map<String, byte[]> files, DeploymentSource source) {
        var rest = new TreeMap<>(files);
        var refused = new ArrayList<Violation>();
        while (true) {
            try {
                return new Report(store.exclusively(() -> deploy(rest, source)), refused);
            } catch (ProcessEngineException broken) {
                if (store.definitions().all().isEmpty()) {
                    throw new InvalidSetting("baton.processes.location", String.valueOf(broken.getMessage()));
                }
                var violations = violations(broken, rest.keySet());
                refused.addAll(violations);
                if (!rest.keySet()
                        .removeAll(violations.stream().map(Violation::file).collect(Collectors.toSet()))) {
                    throw broken;
                }
            }
        }
    }

    private List<String> deploy(Map<String, byte[]> files, DeploymentSource source) {
        var stock = stock(source);
        var changed = files.entrySet().stream()
                .filter(file -> stock.standing(file.getKey(), file.getValue()) == Standing.CHANGED)
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        var deployment =
                repository.createDeployment().name(source.deploymentName()).source(source.source());
        changed.forEach(file -> deployment.addInputStream(file.getKey(), new ByteArrayInputStream(file.getValue())));
        deployment.deploy();
        return changed.stream().map(Map.Entry::getKey).toList();
    }

    /** None where the failure is no file's. */
    private static List<Violation> violations(ProcessEngineException broken, Set<String> files) {
        if (broken instanceof RefusedDeployment refused) {
            return refused.violations();
        }
        if (broken instanceof ParseException parse) {
            return parse.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(error -> new Violation(
                                    ModelingRule.READABLE,
                                    report.getResourceName(),
                                    error.getMainElementId(),
                                    error.getMessage(),
                                    error.getLine())))
                    .toList();
        }
        var message = String.valueOf(broken.getMessage());
        return files.stream()
                .filter(file -> message.contains("'" + file + "'"))
                .map(file -> Violation.of(ModelingRule.READABLE, file, null, message))
                .toList();
    }

    List<LeftAside> leftAside(Map<String, byte[]> files, DeploymentSource source) {
        var stock = stock(source);
        return files.entrySet().stream()
                .filter(file -> stock.standing(file.getKey(), file.getValue()) == Standing.OPERATIONS_HAVE_THEIR_OWN)
                .map(file -> stock.leftAside(file.getKey(), file.getValue()))
                .toList();
    }

    private Stock stock(DeploymentSource source) {
        var replaceable = repository.createDeploymentQuery().withoutTenantId().unlimitedList().stream()
                .filter(deployment -> source.mayReplace(DeploymentSource.of(deployment)))
                .map(Deployment::getId)
                .collect(Collectors.toSet());
        return new Stock(store.definitions(), replaceable);
    }

    /** What is deployed, seen by one who may replace some of it. */
    private final class Stock {

        private final DeployedDefinitions definitions;
        private final Set<String> replaceable;

        private Stock(DeployedDefinitions definitions, Set<String> replaceable) {
            this.definitions = definitions;
            this.replaceable = replaceable;
        }

        private Standing standing(String file, byte[] content) {
            var names = DefinitionNames.in(file, content);
            if (!names.isEmpty() && names.stream().allMatch(name -> isSame(shipped(name), content))) {
                return Standing.UNCHANGED;
            }
            return own(names, content).isPresent() ? Standing.OPERATIONS_HAVE_THEIR_OWN : Standing.CHANGED;
        }

        /**
         * What operations have in force that is neither what was shipped, however often they deployed that again, nor what
         * is in the file: then it is shipped once more, so that they get the next change.
         */
        private Optional<Definition> own(Set<Definition.Name> names, byte[] content) {
            return names.stream()
                    .flatMap(name -> newest(name, any -> true)
                            .filter(inForce -> !isSame(shipped(name), store.content(inForce)))
                            .filter(inForce -> !Arrays.equals(store.content(inForce), content))
                            .stream())
                    .findFirst();
        }

        private Optional<Definition> shipped(Definition.Name name) {
            return newest(name, definition -> replaceable.contains(definition.deployment()));
        }

        private Optional<Definition> newest(Definition.Name name, Predicate<Definition> which) {
            return definitions.versions(name).stream().filter(which).findFirst();
        }

        private boolean isSame(Optional<Definition> definition, byte[] content) {
            return definition
                    .map(store::content)
                    .filter(known -> Arrays.equals(known, content))
                    .isPresent();
        }

        private LeftAside leftAside(String file, byte[] content) {
            var own = own(DefinitionNames.in(file, content), content).orElseThrow();
            return new LeftAside(file, own, Difference.between("in force", store.content(own), "left aside", content));
        }
    }
}
