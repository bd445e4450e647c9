package dev.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** What a process is and what its answers mean is said by its diagram: Java knows no word of a particular one. */
class NoDiagramInJavaTests {

    private static final Path JAVA = Path.of("src/main/java");
    private static final List<Path> DIAGRAMS = List.of(Path.of("processes"), Path.of("examples/models"));

    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/[*].*?[*]/");
    private static final Pattern COMPARED = Pattern.compile("[!=]= '([^']+)'");

    /**
     * Words that mean something without any diagram: they are names of modules and tables, in the journal, in tables or of
     * fields, and only happen to be words of a diagram too.
     */
    private static final Map<String, Set<String>> VOCABULARY = Map.ofEntries(
            Map.entry("deployment/package-info.java", Set.of("retrospective")),
            Map.entry("deployment/NeededDefinitions.java", Set.of("model-selection")),
            Map.entry("deployment/TablesRule.java", Set.of("model-selection")),
            Map.entry("selection/ModelSelection.java", Set.of("model-selection")),
            Map.entry("overview/package-info.java", Set.of("transfer")),
            Map.entry("web/package-info.java", Set.of("transfer")),
            Map.entry("retrospective/RatingTasks.java", Set.of("retrospective")),
            Map.entry("spokendecision/SpokenDecision.java", Set.of("decision")),
            Map.entry("process/Variables.java", Set.of("decision")),
            Map.entry("review/Silence.java", Set.of("advance")),
            Map.entry("handoff/FactChanges.java", Set.of("changes"))); // detail of the event facts-changed

    /** Public vocabulary that the API lists: statuses, kinds of events, states of a spoken decision. */
    private static final Set<String> LISTED =
            Set.of("draft", "approved", "accepted", "rejected", "confirmed", "disputed");

    /** A review may be called after the role that gives it. */
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::key).collect(Collectors.toSet());

    private static final Set<String> LISTS =
            Set.of("web/WhereItStands.java", "web/EventView.java", "web/DecisionView.java");

    @Test
    void noProcessKeyElementReviewOrDecisionOfADiagramIsALiteralInJava() throws IOException {
        var words = words();
        var found = new ArrayList<String>();
        for (var file : files(JAVA, ".java")) {
            var name = JAVA.resolve("dev/baton").relativize(file).toString().replace('\\', '/');
            var literals =
                    LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
            while (literals.find()) {
                var word = literals.group(1);
                if (words.contains(word) && !isVocabulary(name, word)) {
                    found.add(name + ": \"" + word + "\"");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theSearchKnowsWhatItLooksFor() throws IOException {
        assertThat(words())
                .contains("transfer", "handoff-action", "blog-post-handoff")
                .contains("review_quality", "gateway_action", "start_handoff")
                .contains("quality-check", "acceptance", "clarification", "outline")
                .contains("changes", "clarify", "stop", "facts", "again");
    }

    private static boolean isVocabulary(String file, String word) {
        return ROLES.contains(word)
                || VOCABULARY.getOrDefault(file, Set.of()).contains(word)
                || (LISTS.contains(file) && LISTED.contains(word));
    }

    private static Set<String> words() throws IOException {
        var words = new TreeSet<String>();
        for (var folder : DIAGRAMS) {
            for (var file : files(folder, ".bpmn")) {
                var model = Bpmn.readModelFromFile(file.toFile());
                Stream.concat(
                                model.getModelElementsByType(Process.class).stream(),
                                model.getModelElementsByType(FlowElement.class).stream())
                        .map(BaseElement::getId)
                        .forEach(words::add);
                model.getModelElementsByType(CamundaProperty.class).stream()
                        .filter(property -> "review".equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .filter(review -> !review.contains("${"))
                        .forEach(words::add);
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> flow.getConditionExpression() != null)
                        .flatMap(flow -> COMPARED.matcher(
                                        flow.getConditionExpression().getTextContent())
                                .results())
                        .forEach(word -> words.add(word.group(1)));
                model.getModelElementsByType(CamundaOutputParameter.class).stream()
                        .filter(output -> "decision".equals(output.getCamundaName()))
                        .map(output -> output.getTextContent().strip())
                        .filter(word -> !word.contains("${"))
                        .forEach(words::add);
            }
            for (var file : files(folder, ".form")) {
                addAnswers(new ObjectMapper().readTree(file.toFile()), words);
            }
        }
        return words;
    }

    private static void addAnswers(JsonNode parent, Set<String> words) {
        for (var component : parent.path("components")) {
            if (Set.of("decision", "action").contains(component.path("key").asText())) {
                component
                        .path("values")
                        .forEach(value -> words.add(value.path("value").asText()));
            }
            addAnswers(component, words);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
