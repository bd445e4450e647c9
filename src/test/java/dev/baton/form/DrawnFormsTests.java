package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.contract.Situation;
import dev.baton.harness.ShippedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What the pictures of the forms are drawn from: each form as its first task serves it, in a handoff that knows nothing yet. */
class DrawnFormsTests {

    private static final Path SERVED = Path.of("target/forms");
    private static final Path PAGE = Path.of("docs/forms.md");

    @Test
    void everyFormIsWrittenAsItIsServed() throws IOException {
        Files.createDirectories(SERVED);
        var packages = packages();
        for (var form : ShippedProcesses.forms().entrySet()) {
            var key = form.getKey();
            Files.writeString(
                    SERVED.resolve(key + ".json"), drawn(form.getValue(), packages.getOrDefault(key, List.of())));
        }
        assertThat(SERVED.resolve("write-documents.json")).content().contains("\"key\":\"objective\"");
    }

    @Test
    void everyFormHasAPictureOnThePageOfForms() {
        var forms = ShippedProcesses.forms().keySet();
        assertThat(PAGE)
                .content()
                .contains(
                        forms.stream().map("(pictures/forms/%s.png)"::formatted).toList());
        assertThat(forms)
                .allSatisfy(key ->
                        assertThat(Path.of("docs/pictures/forms", key + ".png")).exists());
    }

    /** The form, and the version of each package that it asks for. */
    private static String drawn(JsonNode form, List<String> packages) {
        var catalog = ShippedProcesses.catalog();
        var served = ServedForm.of(
                form.toString(),
                new PackageFields(catalog, Situation.usual(LocalDate.EPOCH)),
                packages,
                FormsInForce.contracts(catalog));
        var drawn = JsonNodeFactory.instance.objectNode();
        drawn.set("schema", ServedWidgets.of(served.tree()));
        var versions = drawn.putObject("data").putObject("packageVersions");
        served.written().forEach(name -> versions.put(name, 0));
        return drawn.toString();
    }

    /** What the first task that uses a form is about. */
    private static Map<String, List<String>> packages() {
        var packages = new HashMap<String, List<String>>();
        ShippedProcesses.all(UserTask.class)
                .forEach(task -> packages.putIfAbsent(task.getCamundaFormRef(), packages(task)));
        return packages;
    }

    /** Where the contract of a handoff says it, the first contract of the table stands for all. */
    private static List<String> packages(UserTask task) {
        var names = ShippedProcesses.properties(task).get("packages");
        if (names == null) {
            return List.of();
        }
        return names.startsWith("$")
                ? ShippedProcesses.catalog().contracts().iterator().next().packages()
                : List.of(names.split(","));
    }
}
