package dev.baton.deployment;

import dev.baton.camunda.Definition;
import dev.baton.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** Which processes, decisions or form a file holds. */
final class DefinitionNames {

    private DefinitionNames() {}

    /** None for a file that cannot be read. */
    static Set<Definition.Name> in(String file, byte[] content) {
        try {
            return read(file, content);
        } catch (ModelException | IOException unreadable) {
            return Set.of();
        }
    }

    private static Set<Definition.Name> read(String file, byte[] content) throws IOException {
        if (file.endsWith(".bpmn")) {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(Process.class)
                    .stream()
                    .filter(Process::isExecutable)
                    .map(process -> new Definition.Name(Definition.Kind.PROCESS, process.getId()))
                    .collect(Collectors.toSet());
        }
        if (file.endsWith(".dmn")) {
            return Dmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(Decision.class)
                    .stream()
                    .map(decision -> new Definition.Name(Definition.Kind.DECISION, decision.getId()))
                    .collect(Collectors.toSet());
        }
        var id = Json.MAPPER.readTree(content).path("id");
        return id.isTextual() ? Set.of(new Definition.Name(Definition.Kind.FORM, id.asText())) : Set.of();
    }
}
