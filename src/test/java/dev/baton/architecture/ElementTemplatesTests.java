package dev.baton.architecture;

import static dev.baton.harness.ShippedProcesses.all;
import static dev.baton.harness.ShippedProcesses.elementTemplates;
import static dev.baton.harness.ShippedProcesses.inputs;
import static dev.baton.harness.ShippedProcesses.outputs;
import static dev.baton.harness.ShippedProcesses.properties;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.Contract;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.ShippedProcesses;
import dev.baton.journal.EventType;
import dev.baton.journal.Status;
import dev.baton.people.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Modeler offers is what the shipped diagrams are made of, and every choice exists. */
class ElementTemplatesTests {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String FAMILY = "dev.baton.";
    private static final Pattern CONSTANT = Pattern.compile("[$]\\{'([^']*)'}");

    /** Reviews that give no decision, or that nobody answers in another's place: no template makes them. */
    private static final List<String> UNDECIDED = List.of("clarification", "retrospective", "spoken-decision");

    @Test
    void modelerOffersWhatHandoffsAreMadeOf() {
        assertThat(elementTemplates().keySet())
                .containsExactlyInAnyOrder(
                        "dev.baton.context-gate",
                        "dev.baton.review",
                        "dev.baton.checkpoint",
                        "dev.baton.escalation",
                        "dev.baton.transfer",
                        "dev.baton.briefing",
                        "dev.baton.phased-work",
                        "dev.baton.launch",
                        "dev.baton.weekly-sync",
                        "dev.baton.plan-check",
                        "dev.baton.partner-work",
                        "dev.baton.approval",
                        "dev.baton.retrospective",
                        "dev.baton.end-with-outcome");
        assertThat(elementTemplates().values()).allSatisfy(template -> {
            assertThat(template.path("description").asText()).isNotBlank();
            assertThat(fields(template))
                    .filteredOn(field -> !isHidden(field))
                    .allSatisfy(field ->
                            assertThat(field.path("description").asText()).isNotBlank());
        });
    }

    static Stream<Arguments> templated() {
        return all(FlowNode.class).stream()
                .filter(node -> templateOf(node).isPresent())
                .map(node -> Arguments.of(node.getId(), templateOf(node).orElseThrow(), node));
    }

    @ParameterizedTest(name = "{0} is a {1}")
    @MethodSource("templated")
    void whatHasATemplateHasWhatItSays(String id, String template, FlowNode node) {
        assertThat(elementTemplates()).containsKey(template);
        var json = Objects.requireNonNull(elementTemplates().get(template));
        assertThat(texts(json.path("appliesTo")))
                .contains("bpmn:" + capital(node.getElementType().getTypeName()));
        fields(json).forEach(field -> assertThat(faults(node, field)).as(id).isEmpty());
    }

    @Test
    void everyTemplateIsUsed() {
        assertThat(templated().map(arguments -> arguments.get()[1]).collect(Collectors.toSet()))
                .isEqualTo(elementTemplates().keySet());
    }

    @Test
    void whatCouldComeFromATemplateDoes() {
        all(ServiceTask.class).stream()
                .filter(task -> task.getId().startsWith("gate_"))
                .forEach(gate -> assertThat(templateOf(gate)).as(gate.getId()).contains("dev.baton.context-gate"));
        assertThat(all(CallActivity.class))
                .filteredOn(call -> !choosesContract(call))
                .allSatisfy(call ->
                        assertThat(templateOf(call)).as(call.getId()).contains(FAMILY + call.getCalledElement()));
        all(EndEvent.class).stream()
                .filter(end -> !properties(end).isEmpty())
                .forEach(end -> assertThat(templateOf(end)).as(end.getId()).contains("dev.baton.end-with-outcome"));
        var checkpoints = choices("dev.baton.checkpoint", "review");
        all(UserTask.class).stream()
                .filter(task -> outputs(task).containsKey("decision"))
                .filter(task ->
                        !UNDECIDED.contains(review(task)) && !review(task).equals("${review}"))
                .filter(task -> !review(task).isEmpty())
                .forEach(task -> assertThat(templateOf(task))
                        .as(task.getId())
                        .contains(checkpoints.contains(review(task)) ? "dev.baton.checkpoint" : "dev.baton.review"));
    }

    @Test
    void aReviewAndItsEscalationMeetInAGatewayOrInTheSameTask() {
        assertThat(all(CallActivity.class))
                .filteredOn(call -> call.getCalledElement().equals(ProcessKeys.ESCALATION))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.getOutgoing())
                        .singleElement()
                        .satisfies(flow -> assertThat(flow.getTarget().getIncoming())
                                .as(call.getId())
                                .hasSizeGreaterThan(1)));
    }

    // Choices

    @Test
    void reviewsAndCheckpointsTogetherAreTheReviewPolicies() {
        var policies = ShippedProcesses.table("review-policy").stream()
                .map(row -> String.valueOf(row.cells().get("review")))
                .filter(key -> !key.isEmpty() && !UNDECIDED.contains(key))
                .toList();
        var offered = new ArrayList<>(choices("dev.baton.review", "review"));
        offered.addAll(choices("dev.baton.checkpoint", "review"));

        assertThat(offered)
                .filteredOn(key -> !key.equals("progress-${quarter}"))
                .containsExactlyInAnyOrderElementsOf(policies);
    }

    @Test
    void contractsAreThoseOfTheTable() {
        var contracts = ShippedProcesses.catalog().contracts().stream()
                .map(Contract::key)
                .toList();

        assertThat(choices("dev.baton.context-gate", "contract"))
                .filteredOn(key -> !key.equals("${contract}"))
                .containsExactlyInAnyOrderElementsOf(contracts);
        Stream.of("dev.baton.transfer", "dev.baton.briefing")
                .forEach(template -> assertThat(choices(template, "contract"))
                        .filteredOn(key -> !key.equals("${contract}"))
                        .extracting(ElementTemplatesTests::constant)
                        .containsExactlyInAnyOrderElementsOf(contracts));
    }

    @Test
    void rolesAreTheRoles() {
        var roles = Arrays.stream(Role.values()).map(Role::key).toList();

        Stream.of("dev.baton.review", "dev.baton.checkpoint")
                .forEach(template -> assertThat(choices(template, "camunda:candidateGroups"))
                        .filteredOn(role -> !role.startsWith("${"))
                        .containsExactlyElementsOf(roles));
        Map.of(
                        "dev.baton.transfer", List.of("senderRole", "receiverRole"),
                        "dev.baton.retrospective", List.of("senderRole", "receiverRole"),
                        "dev.baton.approval", List.of("creatorRole"))
                .forEach((template, names) -> names.forEach(name -> assertThat(choices(template, name))
                        .extracting(ElementTemplatesTests::constant)
                        .containsExactlyElementsOf(roles)));
    }

    @Test
    void statusesAndEventsAreThoseOfTheJournal() {
        var statuses = Arrays.stream(Status.values()).map(Status::label).toList();
        var events = EventType.names();

        Stream.of("dev.baton.review", "dev.baton.checkpoint", "dev.baton.end-with-outcome")
                .forEach(template -> assertThat(choices(template, "status"))
                        .filteredOn(status -> !status.isEmpty())
                        .isNotEmpty()
                        .isSubsetOf(statuses));
        assertThat(choices("dev.baton.end-with-outcome", "event"))
                .filteredOn(event -> !event.isEmpty())
                .isNotEmpty()
                .isSubsetOf(events);
    }

    // What the statements above read

    private static Optional<String> templateOf(BaseElement element) {
        return Optional.ofNullable(element.getAttributeValueNs(CAMUNDA, "modelerTemplate"));
    }

    /** Whether a call hands over a contract that is known only when a handoff gets there: no template asks for it. */
    private static boolean choosesContract(CallActivity call) {
        return mappings(call, CamundaIn.class)
                .anyMatch(in -> "contract".equals(in.getCamundaTarget()) && in.getCamundaSource() != null);
    }

    private static String review(BaseElement element) {
        return properties(element).getOrDefault("review", "");
    }

    private static List<JsonNode> fields(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .toList();
    }

    private static boolean isHidden(JsonNode field) {
        return field.path("type").asText().equals("Hidden");
    }

    /** What an element has else than a field of its template says: a fixed value, a choice, a pattern, something at all. */
    private static List<String> faults(FlowNode node, JsonNode field) {
        var binding = field.path("binding");
        var value = value(node, binding);
        var faults = new ArrayList<String>();
        if (isHidden(field) && !value.contains(field.path("value").asText())) {
            faults.add("%s is not %s but %s".formatted(binding, field.path("value"), value));
        }
        var constraints = field.path("constraints");
        if (value.isEmpty() && constraints.path("notEmpty").asBoolean()) {
            faults.add("%s is missing".formatted(binding));
        }
        var choices = values(field);
        if (!choices.isEmpty() && !choices.containsAll(value)) {
            faults.add("%s is %s and none of %s".formatted(binding, value, choices));
        }
        var pattern = constraints.at("/pattern/value").asText(".*");
        if (!value.stream().allMatch(text -> Pattern.matches(pattern, text))) {
            faults.add("%s is %s and not like %s".formatted(binding, value, pattern));
        }
        return faults;
    }

    /** What an element has where a template writes to: nothing, one value, or several. */
    private static List<String> value(FlowNode node, JsonNode binding) {
        var name = binding.path("name").asText();
        var source = binding.path("source").asText();
        return switch (binding.path("type").asText()) {
            case "property" ->
                list(
                        name.startsWith("camunda:")
                                ? node.getAttributeValueNs(CAMUNDA, name.substring("camunda:".length()))
                                : node.getAttributeValue(name));
            case "camunda:property" -> list(properties(node).get(name));
            case "camunda:inputParameter" -> list(inputs(node).get(name));
            case "camunda:outputParameter" ->
                outputs(node).entrySet().stream()
                        .filter(output -> output.getValue().equals(source))
                        .map(Map.Entry::getKey)
                        .toList();
            case "camunda:in:businessKey" ->
                mappings(node, CamundaIn.class)
                        .flatMap(in -> Stream.ofNullable(in.getCamundaBusinessKey()))
                        .toList();
            case "camunda:in" ->
                mappings(node, CamundaIn.class)
                        .filter(in -> binding.path("target").asText().equals(in.getCamundaTarget()))
                        .flatMap(in -> Stream.ofNullable(
                                binding.path("expression").asBoolean()
                                        ? in.getCamundaSourceExpression()
                                        : in.getCamundaSource()))
                        .toList();
            case "camunda:out" ->
                mappings(node, CamundaOut.class)
                        .filter(out -> source.equals(out.getCamundaSource()))
                        .flatMap(out -> Stream.ofNullable(out.getCamundaTarget()))
                        .toList();
            default -> throw new AssertionError("No test knows the binding " + binding);
        };
    }

    private static <T extends ModelElementInstance> Stream<T> mappings(FlowNode node, Class<T> type) {
        return node.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The values that a template offers for what it writes to this name. */
    private static List<String> choices(String template, String name) {
        return fields(Objects.requireNonNull(elementTemplates().get(template))).stream()
                .filter(field -> List.of(
                                field.at("/binding/name").asText(),
                                field.at("/binding/target").asText())
                        .contains(name))
                .findFirst()
                .map(ElementTemplatesTests::values)
                .orElseThrow(() -> new AssertionError(template + " does not ask for " + name));
    }

    private static List<String> values(JsonNode field) {
        return StreamSupport.stream(field.path("choices").spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String constant(String expression) {
        var found = CONSTANT.matcher(expression);
        return found.matches() ? found.group(1) : expression;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
