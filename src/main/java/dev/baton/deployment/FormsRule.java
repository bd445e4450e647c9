package dev.baton.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.camunda.DeploymentRule;
import dev.baton.camunda.Violation;
import dev.baton.form.Choices;
import dev.baton.shared.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Refuses a form whose field offers choices that nothing stands for; a file that is no JSON is the engine's to refuse. */
@Component
class FormsRule implements DeploymentRule {

    @Override
    public List<Violation> violations(Map<String, byte[]> files) {
        var violations = new ArrayList<Violation>();
        files.forEach((file, content) -> {
            if (file.endsWith(".form")) {
                check(file, Json.parse(new String(content, StandardCharsets.UTF_8)), violations);
            }
        });
        return violations;
    }

    private static void check(String file, JsonNode parent, List<Violation> violations) {
        for (var component : parent.path("components")) {
            var id = component.path("id").asText();
            Choices.fault(component)
                    .ifPresent(fault -> violations.add(Violation.of(
                            file,
                            id,
                            "“%s” %s".formatted(component.path("label").asText(id), fault))));
            check(file, component, violations);
        }
    }
}
