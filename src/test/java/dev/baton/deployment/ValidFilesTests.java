package dev.baton.deployment;

import static dev.baton.deployment.Edits.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.ShippedProcesses;
import dev.baton.harness.ThreeShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is shipped passes the rules, and so do the edits that a team makes and diagrams that are no business of Baton's. */
@OneDatabase
@ServiceTest
class ValidFilesTests {

    @Autowired
    private DeploymentCheck check;

    /** A deployment that must pass. */
    record Valid(String name, Map<String, byte[]> files) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void everythingThatIsShippedPassesTogetherAndOneByOne() {
        var files = new TreeMap<String, byte[]>();
        Stream.of(".bpmn", ".dmn", ".form")
                .flatMap(ending -> ShippedProcesses.files(ending).stream())
                .forEach(file -> files.put(file.toString(), bytes(read(file.toString()))));

        assertThat(check.violations(files)).isEmpty();
        files.forEach((name, content) ->
                assertThat(check.violations(Map.of(name, content))).as(name).isEmpty());
    }

    static List<Valid> edits() {
        var all = new ArrayList<Valid>();
        all.add(edited("the example model", BLOG_POST, text -> text + "\n"));
        all.add(edited("a label", TRANSFER, literal("Check the substance", "Read it as the receiver would")));
        all.add(edited("another role", TRANSFER, literal("\"quality-owner\"", "\"manager\"")));
        all.add(edited("a shorter review", TRANSFER, within("timer_reviewQuality48h", "hours(48)", "hours(24)")));
        all.add(
                edited(
                        "a longer review with its reason",
                        TRANSFER,
                        all(
                                within("timer_reviewQuality48h", "hours(48)", "hours(120)"),
                                literal(
                                        "<camunda:property name=\"review\" value=\"quality-check\" />",
                                        "<camunda:property name=\"review\" value=\"quality-check\" /><camunda:property name=\"longerBecause\" value=\"The lab needs a week.\" />"))));
        all.add(new Valid(
                "another review",
                Map.of("transfer-with-two.bpmn", bytes(ThreeShapes.copiedInto("transfer-with-two")))));
        all.add(edited(
                "a default for what holds back",
                TRANSFER,
                all(
                        literal(
                                "<bpmn:exclusiveGateway id=\"gateway_substancePassed\"",
                                "<bpmn:exclusiveGateway id=\"gateway_substancePassed\" default=\"flow_qualityReturned\""),
                        unconditional("flow_qualityReturned"))));
        all.add(
                edited(
                        "a property of one's own",
                        TRANSFER,
                        literal(
                                "<camunda:property name=\"handoff\" value=\"opens\" />",
                                "<camunda:property name=\"handoff\" value=\"opens\" /><camunda:property name=\"x-team\" value=\"Berlin ${'$'}\" />")));
        all.add(
                edited(
                        "a note in the diagram",
                        TRANSFER,
                        insert(
                                "</bpmn:process>",
                                "<bpmn:textAnnotation id=\"note_gate\"><bpmn:text>Ask Mia first</bpmn:text></bpmn:textAnnotation>")));
        all.add(edited("a byte order mark", TRANSFER, text -> "\uFEFF" + text));
        all.add(edited("a byte order mark in a form", QUALITY_CHECK, text -> "\uFEFF" + text));
        all.add(edited("line ends of Windows", TRANSFER, text -> text.replace("\n", "\r\n")));
        all.add(edited("no announced encoding", TRANSFER, text -> text.replace(" encoding=\"UTF-8\"", "")));
        all.add(
                edited(
                        "a step of the strategist before the gate",
                        BLOG_POST,
                        all(
                                flow("flow_handoffStarted", "targetRef", "note_idea"),
                                insert(
                                        "<bpmn:sequenceFlow id=\"flow_handoffStarted\"",
                                        "<bpmn:userTask id=\"note_idea\" name=\"Note the idea\" camunda:formRef=\"complete-package\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"strategist\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"packages\" value=\"creativeBrief\" /></camunda:properties></bpmn:extensionElements></bpmn:userTask><bpmn:sequenceFlow id=\"flow_ideaNoted\" sourceRef=\"note_idea\" targetRef=\"gate_brief\" />"),
                                insert(
                                        "</bpmndi:BPMNPlane>",
                                        "<bpmndi:BPMNShape id=\"note_idea_di\" bpmnElement=\"note_idea\"><dc:Bounds x=\"1\" y=\"1\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id=\"flow_ideaNoted_di\" bpmnElement=\"flow_ideaNoted\"><di:waypoint x=\"1\" y=\"1\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>"))));
        all.add(edited("a policy", POLICY, literal("<text>\"advance\"</text>", "<text>\"hold\"</text>")));
        all.add(edited("a reminder", POLICY, literal("<text>24</text>", "<text>12</text>")));
        all.add(edited(
                "an owner",
                CONTRACTS,
                pattern("(?s)(id=\"contract_strategyToExecution_owner\">\\s*<text>\")strategist", "$1manager")));
        all.add(edited("a word", WORDS, pattern("tbd \\*, tba \\*", "tbd *, tba *, offen bis *")));
        all.add(edited(
                "a why", REQUIREMENTS, literal("Everyone downstream decides by it.", "Everybody decides by it.")));
        all.add(edited("a level", REQUIREMENTS, literal("<text>\"medium\"</text>", "<text>\"high\"</text>")));
        all.add(edited(
                "a rule in FEEL",
                REQUIREMENTS,
                literal(
                        "<text>\"text; measurable\"</text>",
                        "<text>\"text; feel: string length(value) &gt; 10\"</text>")));
        all.add(edited("a text in a form", QUALITY_CHECK, literal("Pass it on", "It is good")));
        all.add(
                edited(
                        "a field that may stay empty",
                        QUALITY_CHECK,
                        literal(
                                "\"components\": [",
                                "\"components\": [{\"type\": \"textfield\", \"id\": \"field_note\", \"key\": \"reviewNote\", \"label\": \"Note\"},")));
        all.add(edited(
                "a pattern",
                QUALITY_CHECK,
                validate("field_reason", "\"pattern\": \"[A-Z].{10,}\", \"minLength\": 11")));
        return all;
    }

    static List<Valid> foreign() {
        return List.of(
                foreign("a task of nobody", "<bpmn:userTask id=\"Activity_0k3s1wx\" />"),
                foreign("a gateway without labels", """
                        <bpmn:exclusiveGateway id="Gateway_1abc234" default="Flow_1" />
                        <bpmn:sequenceFlow id="Flow_1" sourceRef="Gateway_1abc234" targetRef="end" />
                        <bpmn:endEvent id="end" />
                        """),
                foreign(
                        "a form bound to its deployment",
                        "<bpmn:userTask id=\"ask\" camunda:formRef=\"theirs\" camunda:formRefBinding=\"deployment\" />"),
                foreign("a timer of a week", """
                        <bpmn:userTask id="wait" />
                        <bpmn:boundaryEvent id="week" attachedToRef="wait"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                        """),
                foreign(
                        "an external task",
                        "<bpmn:serviceTask id=\"work\" camunda:type=\"external\" camunda:topic=\"mail\" camunda:asyncBefore=\"true\" />"),
                foreign(
                        "steps in parallel",
                        "<bpmn:parallelGateway id=\"all\" /><bpmn:userTask id=\"a\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${people}\" camunda:elementVariable=\"person\" /></bpmn:userTask>"),
                foreign(
                        "a message that starts it",
                        "<bpmn:startEvent id=\"ordered\"><bpmn:messageEventDefinition /></bpmn:startEvent>"),
                new Valid("a table of their own", Map.of("discount.dmn", bytes("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="D" namespace="x">
                          <decision id="discount" name="Discount" camunda:historyTimeToLive="30">
                            <decisionTable id="t"><input id="i"><inputExpression id="e" typeRef="number"><text>amount</text></inputExpression></input>
                              <output id="o" name="rate" typeRef="number" />
                              <rule id="r"><inputEntry id="ie"><text>&gt; 100</text></inputEntry><outputEntry id="oe"><text>amount * 0.1</text></outputEntry></rule>
                            </decisionTable>
                          </decision>
                        </definitions>
                        """))),
                new Valid("a form of their own", Map.of("theirs.form", bytes("""
                        {"id": "theirs", "type": "default", "schemaVersion": 16, "components": [
                          {"type": "textfield", "id": "a", "key": "name", "label": "Name"},
                          {"type": "checklist", "id": "b", "key": "days", "values": [{"label": "Mon", "value": "mon"}]}]}
                        """))));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditOfATeamPasses(Valid valid) {
        assertThat(check.violations(valid.files())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void whatIsNoBusinessOfBatonsIsLeftAlone(Valid valid) {
        assertThat(check.violations(valid.files())).isEmpty();
    }

    private static Valid edited(String name, String file, UnaryOperator<String> edit) {
        var text = read(file);
        var edited = edit.apply(text);
        assertThat(edited).as(name).isNotEqualTo(text);
        var files = new TreeMap<String, byte[]>();
        if (file.equals(BLOG_POST)) {
            files.put(BLOG_POST_START, bytes(read(BLOG_POST_START)));
        }
        files.put(file, bytes(edited));
        return new Valid(name, files);
    }

    private static Valid foreign(String name, String content) {
        var diagram = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="theirs">
                  <bpmn:process id="Process_1" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="StartEvent_1" />%s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(content);
        return new Valid(name, Map.of("theirs.bpmn", bytes(diagram)));
    }
}
