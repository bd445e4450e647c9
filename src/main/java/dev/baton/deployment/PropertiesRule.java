package dev.baton.deployment;

import dev.baton.camunda.DeployedForms;
import dev.baton.camunda.DeploymentRule;
import dev.baton.camunda.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Refuses a diagram whose extension properties say what Baton does not understand, or that opens handoffs without what a
 * handoff needs: a start form, somebody who starts it, a way to cancel it, and an end that says how it came out.
 */
@Component
class PropertiesRule implements DeploymentRule {

    private static final Pattern FORM_ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final ObjectProvider<DeployedForms> forms;

    PropertiesRule(ObjectProvider<DeployedForms> forms) {
        this.forms = forms;
    }

    @Override
    public List<Violation> violations(Map<String, byte[]> files) {
        var violations = new ArrayList<Violation>();
        var brought = brought(files);
        files.forEach((file, content) -> {
            if (file.endsWith(".bpmn") || file.endsWith(".bpmn20.xml")) {
                var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
                model.getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .forEach(process -> violations.addAll(
                                new ProcessReading(file, process, form -> isThere(form, brought)).violations()));
            }
        });
        return violations;
    }

    /** The ids of all forms that come along; more names than there are forms do no harm. */
    private static Set<String> brought(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .flatMap(file -> FORM_ID.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                        .results()
                        .map(id -> id.group(1)))
                .collect(Collectors.toSet());
    }

    private boolean isThere(String form, Set<String> brought) {
        if (brought.contains(form)) {
            return true;
        }
        try {
            var deployed = forms.getIfAvailable();
            return deployed == null || deployed.latest(form).isPresent();
        } catch (BeansException starting) {
            return true; // the engine still starts: what was deployed before is there
        }
    }
}
