package dev.baton.camunda;

import dev.baton.shared.ByteOrderMark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.CandidateDeployment;
import org.camunda.bpm.engine.repository.Resource;

/**
 * With duplicate filtering, as Modeler deploys, a file is left out only if it is in force, byte by byte. The engine
 * compares with the last deployment of the same name: an older content deployed again then changed nothing.
 */
final class DeploymentHandling extends DefaultDeploymentHandler {

    /** File to the deployment in which it is in force. */
    private final Map<String, String> inForce = new HashMap<>();

    DeploymentHandling(ProcessEngine engine) {
        super(engine);
    }

    @Override
    public boolean shouldDeployResource(Resource candidate, Resource existing) {
        var stored = new StoredDefinitions(Context.getCommandContext());
        var definitions = stored.definitions();
        var newest = newest(definitions, existing.getDeploymentId(), existing.getName());
        if (newest.isEmpty()) {
            return super.shouldDeployResource(candidate, existing);
        }
        var content = ByteOrderMark.strip(candidate.getBytes());
        // What stands in the same file as a name of the existing one has the names of the candidate if it is the same.
        var file = newest.get(0);
        var all = newest(definitions, file.deployment(), file.file());
        if (!all.stream().allMatch(each -> Arrays.equals(stored.content(each), content))) {
            return true;
        }
        inForce.put(candidate.getName(), file.deployment());
        return false;
    }

    /** The newest version of everything that stands in a deployed file. */
    private static List<Definition> newest(DeployedDefinitions definitions, String deployment, String file) {
        return definitions.all().stream()
                .filter(each ->
                        each.deployment().equals(deployment) && each.file().equals(file))
                .map(each -> definitions.versions(each.name()).get(0))
                .toList();
    }

    @Override
    public String determineDuplicateDeployment(CandidateDeployment candidate) {
        return candidate.getResources().keySet().stream()
                .filter(inForce::containsKey)
                .map(inForce::get)
                .findFirst()
                .orElseGet(() -> super.determineDuplicateDeployment(candidate));
    }
}
