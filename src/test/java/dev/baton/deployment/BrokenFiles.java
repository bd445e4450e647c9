package dev.baton.deployment;

import static dev.baton.deployment.Edits.*;

import dev.baton.camunda.ModelingRule;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shipped files, each broken in one way, with the rule and the element that must say so. */
final class BrokenFiles {

    /**
     * A deployment that must be refused.
     *
     * @param rule    the rule that refuses it
     * @param element the element that it names; null where the file as a whole is meant
     */
    record Broken(
            String name,
            Map<String, byte[]> files,
            ModelingRule rule,
            @Nullable String element) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Broken> all = new ArrayList<>();

    static List<Broken> corpus() {
        var corpus = new BrokenFiles();
        corpus.gates();
        corpus.reviews();
        corpus.gateways();
        corpus.names();
        corpus.upkeep();
        corpus.keys();
        corpus.code();
        corpus.forms();
        corpus.tables();
        corpus.unreadable();
        return corpus.all;
    }

    private void gates() {
        broken(
                "the start leads around the gate",
                TRANSFER,
                ModelingRule.GATE_BEFORE_WORK,
                "gateway_substancePassed",
                flow("flow_transferStarted", "targetRef", "review_quality"));
        broken(
                "what was incomplete goes on without a second look",
                TRANSFER,
                ModelingRule.GATE_BEFORE_WORK,
                "review_quality",
                flow("flow_gapsFilled", "targetRef", "review_quality"));
        broken(
                "the exits of the gate are exchanged",
                TRANSFER,
                ModelingRule.GATE_BEFORE_WORK,
                "gateway_contextComplete",
                all(
                        condition("flow_contextComplete", "${!contextComplete}"),
                        condition("flow_contextIncomplete", "${contextComplete}")));
        broken(
                "the passing exit is the default",
                TRANSFER,
                ModelingRule.GATE_BEFORE_WORK,
                "gate_transfer",
                all(
                        literal(
                                "<bpmn:exclusiveGateway id=\"gateway_contextComplete\"",
                                "<bpmn:exclusiveGateway id=\"gateway_contextComplete\" default=\"flow_contextComplete\""),
                        unconditional("flow_contextComplete")));
        broken(
                "a condition lets incomplete context pass too",
                TRANSFER,
                ModelingRule.GATE_BEFORE_WORK,
                "gate_transfer",
                condition("flow_contextComplete", "${contextComplete || complexity == 'simple'}"));
        broken(
                "the gate is an ordinary step",
                TRANSFER,
                ModelingRule.GATE_BEFORE_WORK,
                "gateway_contextComplete",
                literal(
                        "camunda:delegateExpression=\"${contextGate}\"",
                        "camunda:type=\"external\" camunda:topic=\"x\""));
        broken(
                "execution is reached around the gate",
                DOCUMENTATION,
                ModelingRule.GATE_BEFORE_WORK,
                "work_inPhases",
                flow("flow_handoffStarted", "targetRef", "subprocess_execution"));
        broken(
                "a called part leads around its gate",
                BRIEFING,
                ModelingRule.GATE_BEFORE_WORK,
                "review_brief",
                flow("flow_documentsWritten", "targetRef", "review_brief"));
        broken(
                "the work of a model is not gated any more, because a part that it calls has lost its gate",
                BRIEFING,
                ModelingRule.GATE_BEFORE_WORK,
                "work_inPhases",
                all(
                        flow("flow_briefPassed", "targetRef", "review_kickoff"),
                        element("serviceTask", "gate_briefComplete"),
                        flow("flow_documentsWritten", "targetRef", "review_brief"),
                        flow("flow_gapsFilled", "targetRef", "review_brief"),
                        element("exclusiveGateway", "gateway_contextComplete"),
                        undrawn("flow_documentsJudged"),
                        pattern("<bpmn:sequenceFlow id=\"flow_documentsJudged\"[^>]*/>", ""),
                        undrawn("flow_contextIncomplete"),
                        without("flow_contextIncomplete"),
                        undrawn("flow_contextComplete"),
                        without("flow_contextComplete")));
        broken(
                "a timer on the documents leads to the work",
                BRIEFING,
                ModelingRule.GATE_BEFORE_WORK,
                "end_briefed",
                insert("<bpmn:userTask id=\"complete_documents\"", """
                        <bpmn:boundaryEvent id="timer_tooLong" name="5 days" attachedToRef="write_documents">
                          <bpmn:timerEventDefinition id="timerDefinition_tooLong">
                            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P5D</bpmn:timeDuration>
                          </bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="flow_tooLong" sourceRef="timer_tooLong" targetRef="end_briefed" />
                        """));
        broken(
                "a message starts the work at once",
                DOCUMENTATION,
                ModelingRule.GATE_BEFORE_WORK,
                "work_inPhases",
                insert("<bpmn:subProcess id=\"subprocess_execution\"", """
                        <bpmn:startEvent id="start_atOnce" name="Work ordered" camunda:formRef="start-documentation-first-handoff" camunda:formRefBinding="latest">
                          <bpmn:messageEventDefinition id="messageDefinition_atOnce" messageRef="message_handoffCancelled" />
                        </bpmn:startEvent>
                        <bpmn:sequenceFlow id="flow_atOnce" sourceRef="start_atOnce" targetRef="subprocess_execution" />
                        """));
        broken(
                "launch preparation is cleared around its gate",
                LAUNCH,
                ModelingRule.GATE_BEFORE_WORK,
                "review_preLaunch",
                insert("<bpmn:sequenceFlow id=\"flow_launchJudged\"", """
                        <bpmn:exclusiveGateway id="gateway_hurry" name="In a hurry?" default="flow_noHurry" />
                        <bpmn:sequenceFlow id="flow_hurry" name="Yes" sourceRef="gateway_hurry" targetRef="review_preLaunch">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${campaignType == 'email'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="flow_noHurry" name="No" sourceRef="gateway_hurry" targetRef="gate_productionToLaunch" />
                        """),
                flow("flow_launchPrepared", "targetRef", "gateway_hurry"));
        broken(
                "a gate is never reached",
                LAUNCH,
                ModelingRule.CONNECTED,
                "gate_productionToLaunch",
                flow("flow_launchPrepared", "targetRef", "review_preLaunch"));
        broken(
                "a model hands over without any gate",
                BLOG_POST,
                ModelingRule.GATE_BEFORE_WORK,
                "gateway_outlinePassed",
                all(
                        flow("flow_handoffStarted", "targetRef", "review_outline"),
                        literal("calledElement=\"transfer\"", "calledElement=\"approval\"")));
        broken(
                "an approval gives no reason for having no gate",
                APPROVAL,
                ModelingRule.GATE_BEFORE_WORK,
                "gateway_readyToShow",
                pattern("<camunda:property name=\"withoutGate\"[^>]*>", ""));
    }

    private void reviews() {
        broken(
                "a review has no timer",
                TRANSFER,
                ModelingRule.REVIEW_DEADLINE,
                "review_quality",
                all(
                        element("boundaryEvent", "timer_reviewQuality48h"),
                        undrawn("flow_reviewQualitySilent"),
                        pattern("<bpmn:sequenceFlow id=\"flow_reviewQualitySilent\"[^>]*/>", "")));
        broken(
                "a timer does not interrupt",
                TRANSFER,
                ModelingRule.REVIEW_DEADLINE,
                "review_quality",
                literal(
                        "<bpmn:boundaryEvent id=\"timer_reviewQuality48h\"",
                        "<bpmn:boundaryEvent id=\"timer_reviewQuality48h\" cancelActivity=\"false\""));
        for (var hours : List.of("72", "0", "-1", "1.5", "'48'", "48 + 0", "hours", "")) {
            broken(
                    "a review leaves %s hours".formatted(hours),
                    TRANSFER,
                    ModelingRule.REVIEW_DEADLINE,
                    "timer_reviewQuality48h",
                    within("timer_reviewQuality48h", "deadline.hours(48)", "deadline.hours(%s)".formatted(hours)));
        }
        broken(
                "a review's timer is a plain duration",
                TRANSFER,
                ModelingRule.REVIEW_DEADLINE,
                "timer_reviewQuality48h",
                within("timer_reviewQuality48h", "${deadline.hours(48)}", "PT48H"));
        broken(
                "a timer leads past the escalation",
                TRANSFER,
                ModelingRule.REVIEW_DEADLINE,
                "timer_reviewQuality48h",
                flow("flow_reviewQualitySilent", "targetRef", "gateway_qualityJoined"));
        broken(
                "a timer leads to another call",
                BRIEFING,
                ModelingRule.REVIEW_DEADLINE,
                "timer_reviewBrief48h",
                pattern(
                        "(<bpmn:callActivity id=\"escalate_reviewBrief\"[^>]*calledElement=\")escalation",
                        "$1retrospective"));
        broken(
                "a decision is no review",
                TRANSFER,
                ModelingRule.REVIEW_DEADLINE,
                "review_quality",
                literal("<camunda:property name=\"review\" value=\"quality-check\" />", ""));
        broken(
                "a longer review gives an empty reason",
                TRANSFER,
                ModelingRule.REVIEW_DEADLINE,
                "timer_reviewQuality48h",
                within("timer_reviewQuality48h", "hours(48)", "hours(72)"),
                literal(
                        "<camunda:property name=\"review\" value=\"quality-check\" />",
                        "<camunda:property name=\"review\" value=\"quality-check\" /><camunda:property name=\"longerBecause\" value=\" \" />"));
        broken(
                "the escalation itself waits for ever",
                ESCALATION,
                ModelingRule.REVIEW_DEADLINE,
                "decide_escalated",
                all(
                        element("boundaryEvent", "timer_decideEscalated48h"),
                        undrawn("flow_silentAgain"),
                        pattern("<bpmn:sequenceFlow id=\"flow_silentAgain\"[^>]*/>", "")));
    }

    private void gateways() {
        broken(
                "an answer has no exit",
                TRANSFER,
                ModelingRule.GATEWAY_EXITS,
                "gateway_readyToTakeOver",
                without("flow_clarify"));
        broken(
                "a misspelt answer has an exit",
                TRANSFER,
                ModelingRule.GATEWAY_EXITS,
                "gateway_substancePassed",
                condition("flow_qualityReturned", "${decision == 'change'}"));
        broken(
                "silence that advances has no exit",
                BLOG_POST,
                ModelingRule.GATEWAY_EXITS,
                "gateway_takenOver",
                condition("flow_takenOver", "${transferOutcome == 'accepted'}"));
        broken(
                "what a call brings back has no exit",
                BLOG_POST,
                ModelingRule.GATEWAY_EXITS,
                "gateway_takenOver",
                condition("flow_rejected", "${transferOutcome == 'refused'}"));
        broken(
                "an exit has no condition",
                TRANSFER,
                ModelingRule.GATEWAY_EXITS,
                "flow_rejected",
                unconditional("flow_rejected"));
        broken(
                "a gateway joins and splits",
                TRANSFER,
                ModelingRule.GATEWAY_SHAPE,
                "gateway_substancePassed",
                all(
                        flow("flow_qualityChecked", "targetRef", "gateway_substancePassed"),
                        flow("flow_qualityEscalated", "targetRef", "gateway_substancePassed")));
        broken(
                "an exit has no label",
                TRANSFER,
                ModelingRule.GATEWAY_SHAPE,
                "flow_qualityReturned",
                literal("id=\"flow_qualityReturned\" name=\"No\"", "id=\"flow_qualityReturned\""));
        broken(
                "a condition calls a bean",
                TRANSFER,
                ModelingRule.CONDITION,
                "flow_qualityReturned",
                condition("flow_qualityReturned", "${decision == 'changes' && deadline.hours(1) != null}"));
        broken(
                "a condition is a plain word",
                TRANSFER,
                ModelingRule.CONDITION,
                "flow_qualityReturned",
                condition("flow_qualityReturned", "changes"));
        broken(
                "a condition leaves a task",
                TRANSFER,
                ModelingRule.CONDITION,
                "flow_transferStarted",
                pattern(
                        "(<bpmn:sequenceFlow id=\"flow_transferStarted\"[^>]*)/>",
                        "$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${complexity == 'high'}</bpmn:conditionExpression></bpmn:sequenceFlow>"));
        broken(
                "a task leads nowhere",
                TRANSFER,
                ModelingRule.CONNECTED,
                "answer_clarification",
                pattern("<bpmn:sequenceFlow id=\"flow_clarified\"[^>]*/>", ""));
    }

    private void names() {
        broken(
                "a group is no role",
                TRANSFER,
                ModelingRule.REFERENCE,
                "review_quality",
                literal("candidateGroups=\"quality-owner\"", "candidateGroups=\"quality-ower\""));
        broken(
                "a task belongs to nobody",
                TRANSFER,
                ModelingRule.REFERENCE,
                "review_quality",
                literal(" camunda:candidateGroups=\"quality-owner\"", ""));
        broken(
                "a starter is no role",
                TRANSFER,
                ModelingRule.REFERENCE,
                "transfer",
                literal("candidateStarterGroups=\"strategist,", "candidateStarterGroups=\"strategists,"));
        broken(
                "a contract does not exist",
                LAUNCH,
                ModelingRule.REFERENCE,
                "gate_productionToLaunch",
                literal(">production-to-launch<", ">production-to-lunch<"));
        broken(
                "a gate names no contract",
                LAUNCH,
                ModelingRule.REFERENCE,
                "gate_productionToLaunch",
                literal(
                        "<camunda:inputParameter name=\"contract\">production-to-launch</camunda:inputParameter>",
                        "<camunda:inputParameter name=\"contrat\">production-to-launch</camunda:inputParameter>"));
        broken(
                "a package does not exist",
                BLOG_POST,
                ModelingRule.REFERENCE,
                "review_outline",
                pattern("(?s)(id=\"review_outline\".*?value=\")creativeBrief", "$1creativBrief"));
        broken(
                "a stage does not exist",
                LAUNCH,
                ModelingRule.REFERENCE,
                "prepare_launch",
                literal("value=\"launch-preparation\"", "value=\"launch-preparations\""));
        broken(
                "a form does not exist",
                TRANSFER,
                ModelingRule.REFERENCE,
                "review_quality",
                literal("formRef=\"quality-check\"", "formRef=\"quality-chek\""));
        broken(
                "a task asks nothing",
                TRANSFER,
                ModelingRule.REFERENCE,
                "review_quality",
                literal(" camunda:formRef=\"quality-check\" camunda:formRefBinding=\"latest\"", ""));
        broken(
                "a called process does not exist",
                BLOG_POST,
                ModelingRule.REFERENCE,
                "transfer_toCreative",
                literal("calledElement=\"transfer\"", "calledElement=\"transfr\""));
        broken(
                "a call hands no key down",
                BLOG_POST,
                ModelingRule.REFERENCE,
                "transfer_toCreative",
                pattern("(?s)(id=\"transfer_toCreative\".*?)<camunda:in businessKey=\"[^\"]*\" />", "$1"));
        broken(
                "a call hands its key to a branch",
                HYBRID,
                ModelingRule.REFERENCE,
                "work_withPartner",
                literal(
                        "<camunda:in source=\"partner\"",
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" /><camunda:in source=\"partner\""));
        broken(
                "a table does not exist",
                ESCALATION,
                ModelingRule.REFERENCE,
                "find_policy",
                literal("decisionRef=\"review-policy\"", "decisionRef=\"review-policies\""));
        broken(
                "a deadline is no delegate",
                TRANSFER,
                ModelingRule.REFERENCE,
                "gate_transfer",
                literal("delegateExpression=\"${contextGate}\"", "delegateExpression=\"${deadline}\""));
        broken(
                "a method does not exist",
                ESCALATION,
                ModelingRule.REFERENCE,
                "decide_held",
                literal("camunda:dueDate=\"${deadline.hours(48)}\"", "camunda:dueDate=\"${deadline.hour(48)}\""));
        broken(
                "a due date has a fraction of an hour",
                ESCALATION,
                ModelingRule.REFERENCE,
                "decide_held",
                literal("camunda:dueDate=\"${deadline.hours(48)}\"", "camunda:dueDate=\"${deadline.hours(0.5)}\""));
        broken(
                "a variable is misspelt",
                TRANSFER,
                ModelingRule.REFERENCE,
                "complete_package",
                literal("candidateGroups=\"${senderRole}\"", "candidateGroups=\"${senderRol}\""));
        broken(
                "a condition reads what nobody writes",
                TRANSFER,
                ModelingRule.REFERENCE,
                "flow_accepted",
                condition(
                        "flow_accepted",
                        "${decison == 'accepted' || decision == 'accepted' || decision == 'advanced'}"));
        broken(
                "something else than silence escalates",
                BLOG_POST,
                ModelingRule.REFERENCE,
                "escalate_reviewOutline",
                flow("flow_outlineChanges", "targetRef", "escalate_reviewOutline"));
        broken(
                "a start demands people of a role that there is not",
                HYBRID,
                ModelingRule.PROPERTY,
                "hybrid-handoff",
                literal("value=\"people partner\"", "value=\"people partners\""));
        broken(
                "a branch names somebody for a role that there is not",
                PARTNER_WORK,
                ModelingRule.PROPERTY,
                "partner-work",
                literal("name=\"team.partner\"", "name=\"team.partners\""));
        broken(
                "what opens no branch names who works in it",
                BRIEFING,
                ModelingRule.PROPERTY,
                "briefing",
                literal(
                        "<camunda:property name=\"handoff\"",
                        "<camunda:property name=\"team.partner\" value=\"partner\" /><camunda:property name=\"handoff\""));
        broken(
                "a status does not exist",
                TRANSFER,
                ModelingRule.PROPERTY,
                "review_quality",
                within("review_quality", "value=\"in review\"", "value=\"in reviw\""));
        broken(
                "work is due on a day that no handoff has",
                TRANSFER,
                ModelingRule.PROPERTY,
                "complete_package",
                within("complete_package", "value=\"needBy\"", "value=\"needby\""));
        broken(
                "a review is due on a day of its handoff",
                TRANSFER,
                ModelingRule.PROPERTY,
                "review_quality",
                within(
                        "review_quality",
                        "<camunda:property name=\"status\"",
                        "<camunda:property name=\"due\" value=\"milestone\" /><camunda:property name=\"status\""));
        broken(
                "a diagram suspends a handoff",
                TRANSFER,
                ModelingRule.PROPERTY,
                "review_quality",
                within("review_quality", "value=\"in review\"", "value=\"suspended\""));
        broken(
                "an event does not exist",
                TRANSFER,
                ModelingRule.PROPERTY,
                "review_quality",
                literal("value=\"quality-passed\"", "value=\"quality-pased\""));
        broken(
                "a property is misspelt",
                TRANSFER,
                ModelingRule.PROPERTY,
                "review_quality",
                literal("name=\"sendsBack\" value=\"changes\"", "name=\"sendBack\" value=\"changes\""));
        broken(
                "a model does not say what it is",
                BLOG_POST,
                ModelingRule.PROPERTY,
                "blog-post-handoff",
                literal("<camunda:property name=\"handoff\" value=\"opens\" />", ""));
        broken(
                "a form is bound to its deployment",
                TRANSFER,
                ModelingRule.LATEST_BINDING,
                "review_quality",
                literal(
                        "formRef=\"quality-check\" camunda:formRefBinding=\"latest\"",
                        "formRef=\"quality-check\" camunda:formRefBinding=\"deployment\""));
        broken(
                "a call is bound to its deployment",
                BLOG_POST,
                ModelingRule.LATEST_BINDING,
                "transfer_toCreative",
                literal(
                        "calledElement=\"transfer\" camunda:calledElementBinding=\"latest\"",
                        "calledElement=\"transfer\" camunda:calledElementBinding=\"deployment\""));
        broken(
                "a table is bound to a version",
                ESCALATION,
                ModelingRule.LATEST_BINDING,
                "find_policy",
                literal(
                        "decisionRefBinding=\"latest\"",
                        "decisionRefBinding=\"version\" camunda:decisionRefVersion=\"1\""));
    }

    private void upkeep() {
        broken(
                "an end of a branch says no outcome",
                PARTNER_WORK,
                ModelingRule.END_OUTCOME,
                "end_delivered",
                literal("<camunda:property name=\"outcome\" value=\"delivered\" />", ""));
        broken(
                "an end says no outcome",
                BLOG_POST,
                ModelingRule.END_OUTCOME,
                "end_rejected",
                literal("<camunda:property name=\"outcome\" value=\"rejected\" />", ""));
        broken(
                "nobody could cancel",
                BLOG_POST,
                ModelingRule.CANCELLABLE,
                "blog-post-handoff",
                literal("name=\"handoff-cancelled\"", "name=\"handoff-canceled\""));
        broken(
                "nobody may start it",
                BLOG_POST,
                ModelingRule.START,
                "blog-post-handoff",
                literal(" camunda:candidateStarterGroups=\"strategist,manager,operations\"", ""));
        broken(
                "a start asks nothing",
                BLOG_POST,
                ModelingRule.START,
                "start_handoff",
                literal(" camunda:formRef=\"start-blog-post-handoff\" camunda:formRefBinding=\"latest\"", ""));
        broken(
                "no history is kept",
                TRANSFER,
                ModelingRule.HISTORY,
                "transfer",
                literal(" camunda:historyTimeToLive=\"P180D\"", ""));
        broken(
                "a step runs by itself without a retry cycle",
                TRANSFER,
                ModelingRule.RETRY_CYCLE,
                "gate_transfer",
                literal(
                        "delegateExpression=\"${contextGate}\"",
                        "delegateExpression=\"${contextGate}\" camunda:asyncBefore=\"true\""));
        broken(
                "a retry cycle cannot be read",
                TRANSFER,
                ModelingRule.RETRY_CYCLE,
                "gate_transfer",
                pattern(
                        "(?s)(id=\"gate_transfer\".*?<bpmn:extensionElements>)",
                        "$1<camunda:failedJobRetryTimeCycle>three times</camunda:failedJobRetryTimeCycle>"));
        broken(
                "an id was generated",
                TRANSFER,
                ModelingRule.SPEAKING_ID,
                "Activity_0k3s1wx",
                pattern("\\banswer_clarification\\b", "Activity_0k3s1wx"));
        broken(
                "a task is not drawn",
                TRANSFER,
                ModelingRule.DIAGRAM_DATA,
                "complete_package",
                pattern(
                        "(?s)<bpmndi:BPMNShape id=\"[^\"]*\" bpmnElement=\"complete_package\".*?</bpmndi:BPMNShape>",
                        ""));
        broken(
                "a flow is not drawn",
                TRANSFER,
                ModelingRule.DIAGRAM_DATA,
                "flow_gapsFilled",
                pattern("(?s)<bpmndi:BPMNEdge id=\"[^\"]*\" bpmnElement=\"flow_gapsFilled\".*?</bpmndi:BPMNEdge>", ""));
        broken(
                "nothing is drawn",
                TRANSFER,
                ModelingRule.DIAGRAM_DATA,
                "transfer",
                pattern("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", ""));
    }

    private void keys() {
        add(
                "another file takes a key",
                "processes/my-transfer.bpmn",
                bytes(read(TRANSFER)),
                ModelingRule.OWN_KEY,
                "transfer");
        broken(
                "an unrelated diagram takes the place of the transfer",
                TRANSFER,
                ModelingRule.OWN_KEY,
                "transfer",
                literal("<camunda:property name=\"handoff\" value=\"opens\" />", ""));
        broken(
                "a diagram loses its key",
                TRANSFER,
                ModelingRule.OWN_KEY,
                "transfer",
                pattern("(<bpmn:process id=|processRef=)\"transfer\"", "$1\"transfer-2\""));
        broken(
                "a table loses its key",
                CONTRACTS,
                ModelingRule.OWN_KEY,
                "contracts",
                literal("<decision id=\"contracts\"", "<decision id=\"contract\""));
        broken(
                "a form loses its id",
                QUALITY_CHECK,
                ModelingRule.OWN_KEY,
                "quality-check",
                literal("\"id\": \"quality-check\"", "\"id\": \"quality-check-2\""));
        add(
                "another file takes a form's id",
                "processes/forms/my-check.form",
                bytes(read(QUALITY_CHECK)),
                ModelingRule.OWN_KEY,
                "quality-check");
        broken(
                "a diagram runs nothing",
                TRANSFER,
                ModelingRule.OWN_KEY,
                null,
                literal("isExecutable=\"true\"", "isExecutable=\"false\""));
    }

    private void code() {
        broken(
                "a step is a Java class",
                TRANSFER,
                ModelingRule.NO_FOREIGN_CODE,
                "gate_transfer",
                literal("camunda:delegateExpression=\"${contextGate}\"", "camunda:class=\"java.lang.Runtime\""));
        broken(
                "a listener is a script",
                TRANSFER,
                ModelingRule.NO_FOREIGN_CODE,
                "gate_transfer",
                pattern(
                        "(?s)(id=\"gate_transfer\".*?<bpmn:extensionElements>)",
                        "$1<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">x</camunda:script></camunda:executionListener>"));
        for (var key : List.of(
                "embedded:deployment:e.html",
                "EMBEDDED:deployment:e.html",
                "${'embedd'}ed:deployment:e.html",
                "${campaign}",
                "app:e.html",
                "camunda-forms:deployment:e.form",
                "x")) {
            broken(
                    "a task shows the page " + key,
                    TRANSFER,
                    ModelingRule.NO_PAGE_FORMS,
                    "review_quality",
                    literal(
                            "camunda:formRef=\"quality-check\" camunda:formRefBinding=\"latest\"",
                            "camunda:formKey=\"%s\"".formatted(key)));
        }
        broken(
                "a start shows a page",
                TRANSFER,
                ModelingRule.NO_PAGE_FORMS,
                "start_transfer",
                literal(
                        "camunda:formRef=\"start-transfer\" camunda:formRefBinding=\"latest\"",
                        "camunda:formKey=\"${'x'}\""));
        broken(
                "a task has generated fields",
                TRANSFER,
                ModelingRule.NO_PAGE_FORMS,
                "review_quality",
                pattern(
                        "(?s)(id=\"review_quality\".*?<bpmn:extensionElements>)",
                        "$1<camunda:formData><camunda:formField id=\"x\" label=\"{{constructor.constructor('alert(1)')()}}\" type=\"string\" /></camunda:formData>"));
        broken(
                "a start has generated fields",
                TRANSFER,
                ModelingRule.NO_PAGE_FORMS,
                "start_transfer",
                pattern(
                        "(<bpmn:startEvent id=\"start_transfer\"[^>]*>)",
                        "$1<bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\" /></camunda:formData></bpmn:extensionElements>"));
        add("a page is deployed", "e.html", bytes("<script>alert(1)</script>"), ModelingRule.FILE_KIND, null);
        add("a script is deployed", "x.js", bytes("alert(1)"), ModelingRule.FILE_KIND, null);
        add("a case model is deployed", "x.cmmn", bytes("<x/>"), ModelingRule.FILE_KIND, null);
        broken(
                "a table is written in JavaScript",
                POLICY,
                ModelingRule.NO_FOREIGN_CODE,
                "expression_review",
                literal(
                        "<inputExpression id=\"expression_review\"",
                        "<inputExpression id=\"expression_review\" expressionLanguage=\"javascript\""));
    }

    private void forms() {
        broken(
                "a form has a list that grows",
                QUALITY_CHECK,
                ModelingRule.FORM_COMPONENT,
                "field_reason",
                literal("\"type\": \"textarea\"", "\"type\": \"dynamiclist\""));
        broken(
                "a form picks files",
                QUALITY_CHECK,
                ModelingRule.FORM_COMPONENT,
                "field_reason",
                literal("\"type\": \"textarea\"", "\"type\": \"filepicker\""));
        broken(
                "a form shows a foreign page",
                QUALITY_CHECK,
                ModelingRule.FORM_COMPONENT,
                "field_reason",
                literal("\"type\": \"textarea\"", "\"type\": \"iframe\""));
        broken(
                "a pattern does not compile",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                validate("field_reason", "\"pattern\": \"([a-z\""));
        broken(
                "a pattern looks ahead",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                validate("field_reason", "\"pattern\": \"(?=a)b\""));
        broken(
                "a length is a word",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                validate("field_reason", "\"minLength\": \"ten\""));
        broken(
                "a length is negative",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                validate("field_reason", "\"maxLength\": -1"));
        broken(
                "a range is empty",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                validate("field_reason", "\"minLength\": 10, \"maxLength\": 5"));
        broken(
                "a condition is no FEEL",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                literal("\"hide\": \"=decision != \\\"changes\\\"\"", "\"hide\": \"=decision != != changes(\""));
        broken(
                "a condition has brackets without end",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                literal(
                        "\"hide\": \"=decision != \\\"changes\\\"\"",
                        "\"hide\": \"=" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "\""));
        broken(
                "a condition is no expression",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                literal("\"hide\": \"=decision != \\\"changes\\\"\"", "\"hide\": \"decision\""));
        broken(
                "two components have one id",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_decision",
                literal("\"id\": \"field_reason\"", "\"id\": \"field_decision\""));
        broken(
                "two fields have one key",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                literal("\"key\": \"reason\"", "\"key\": \"decision\""));
        broken(
                "a field has no key",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_reason",
                literal("\"key\": \"reason\",", ""));
        broken(
                "a choice has no value",
                QUALITY_CHECK,
                ModelingRule.FORM_CHECK,
                "field_decision",
                literal("\"value\": \"changes\"", "\"value\": \"\""));
        broken(
                "people are offered in a text field",
                QUALITY_CHECK,
                ModelingRule.FORM_CHOICES,
                "field_reason",
                literal("\"key\": \"reason\",", "\"key\": \"reason\", \"properties\": {\"choices\": \"people\"},"));
        broken(
                "a required field is gone",
                QUALITY_CHECK,
                ModelingRule.FORM_KEEPS_REQUIRED,
                "quality-check",
                literal("\"key\": \"decision\"", "\"key\": \"verdict\""));
        broken(
                "a required field is no longer",
                QUALITY_CHECK,
                ModelingRule.FORM_KEEPS_REQUIRED,
                "quality-check",
                literal("\"required\": true", "\"required\": false"));
        broken(
                "a new answer has no exit",
                QUALITY_CHECK,
                ModelingRule.GATEWAY_EXITS,
                "quality-check",
                literal("\"value\": \"changes\"", "\"value\": \"chnages\""));
        broken(
                "the fields of the packages are gone",
                COMPLETE_PACKAGE,
                ModelingRule.FORM_KEEPS_REQUIRED,
                "complete-package",
                literal("\"fields\": \"write\"", "\"fields\": \"show\""));
        broken(
                "nobody could fill the gaps",
                COMPLETE_PACKAGE,
                ModelingRule.FORM_REACHABLE,
                "complete-package",
                pattern(
                        "\"fields\": \"write\"\\s*}",
                        "\"fields\": \"write\"}, \"conditional\": {\"hide\": \"=complexity = \\\\\"simple\\\\\"\"}"));
        broken(
                "outsiders' gaps are hidden",
                WRITE_DOCUMENTS,
                ModelingRule.FORM_REACHABLE,
                "write-documents",
                pattern(
                        "\"fields\": \"write\"\\s*}",
                        "\"fields\": \"write\"}, \"conditional\": {\"hide\": \"=executionParty = \\\\\"external\\\\\"\"}"));
    }

    private void tables() {
        broken(
                "a text has no quotes",
                POLICY,
                ModelingRule.TABLE_SHAPE,
                "review-policy",
                literal("<text>\"advance\"</text>", "<text>advance</text>"));
        broken(
                "a quote is not closed",
                POLICY,
                ModelingRule.TABLE_SHAPE,
                "review-policy",
                literal("<text>\"advance\"</text>", "<text>\"advance</text>"));
        broken(
                "a hit policy is changed",
                POLICY,
                ModelingRule.TABLE_SHAPE,
                "review-policy",
                literal("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""));
        broken(
                "requirements are unique",
                REQUIREMENTS,
                ModelingRule.TABLE_SHAPE,
                "requirements",
                literal("hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\""));
        broken(
                "a column is renamed",
                CONTRACTS,
                ModelingRule.TABLE_SHAPE,
                "contracts",
                literal("name=\"owner\"", "name=\"owned\""));
        broken(
                "a cell lies beyond the columns",
                POLICY,
                ModelingRule.TABLE_SHAPE,
                "review-policy",
                pattern(
                        "(?s)(<outputEntry id=\"onSilence_selfReview\">.*?</outputEntry>)",
                        "$1<outputEntry id=\"beyond\"><text>\"x\"</text></outputEntry>"));
        broken(
                "a cell is missing",
                POLICY,
                ModelingRule.TABLE_SHAPE,
                "review-policy",
                pattern("(?s)<outputEntry id=\"onSilence_selfReview\">.*?</outputEntry>", ""));
        broken(
                "a contract has two owners",
                CONTRACTS,
                ModelingRule.TABLE_CONTENT,
                "contracts",
                pattern(
                        "(?s)(id=\"contract_strategyToExecution_owner\">\\s*<text>\")strategist",
                        "$1strategist, manager"));
        broken(
                "a contract needs a package that has no row",
                CONTRACTS,
                ModelingRule.TABLE_CONTENT,
                "contracts",
                literal("\"designBrief\"", "\"desingBrief\""));
        broken(
                "no contract asks for a package",
                REQUIREMENTS,
                ModelingRule.TABLE_CONTENT,
                "requirements",
                pattern("(?s)(id=\"strategyBrief_whyNow_package\">\\s*<text>\")strategyBrief", "$1strategieBrief"));
        broken(
                "a level is unknown",
                REQUIREMENTS,
                ModelingRule.TABLE_CONTENT,
                "requirements",
                literal("<text>\"always\"</text>", "<text>\"often\"</text>"));
        broken(
                "a campaign type is unknown",
                REQUIREMENTS,
                ModelingRule.TABLE_CONTENT,
                "requirements",
                pattern("(?s)(_campaignType\">\\s*<text>)\"email\"", "$1\"e-mail\""));
        broken(
                "a rule does not hold for its own example",
                REQUIREMENTS,
                ModelingRule.TABLE_CONTENT,
                "requirements",
                literal(
                        "<text>\"text; measurable\"</text>",
                        "<text>\"text; feel: value = \\\"something else\\\"\"</text>"));
        broken(
                "a FEEL rule cannot read its own example",
                REQUIREMENTS,
                ModelingRule.TABLE_CONTENT,
                "requirements",
                literal("<text>\"text; measurable\"</text>", "<text>\"text; feel: value &gt; 10\"</text>"));
        broken(
                "a role is unknown",
                REQUIREMENTS,
                ModelingRule.TABLE_CONTENT,
                "requirements",
                literal("<text>\"strategist\"</text>", "<text>\"strategy\"</text>"));
        broken(
                "silence would clear a launch",
                POLICY,
                ModelingRule.TABLE_CONTENT,
                "review-policy",
                pattern("(?s)(\"pre-launch\".*?)\"hold\"", "$1\"advance\""));
        broken(
                "a table says no history",
                POLICY,
                ModelingRule.HISTORY,
                "review-policy",
                literal(" camunda:historyTimeToLive=\"180\"", ""));
    }

    private void unreadable() {
        for (var file : List.of(TRANSFER, CONTRACTS, QUALITY_CHECK)) {
            var text = read(file);
            add("empty " + file, file, new byte[0], ModelingRule.READABLE, null);
            add("blanks only in " + file, file, bytes(" \n\t "), ModelingRule.READABLE, null);
            add(
                    "the end is missing in " + file,
                    file,
                    bytes(text.substring(0, text.length() * 2 / 3)),
                    ModelingRule.READABLE,
                    null);
            add("UTF-16 in " + file, file, text.getBytes(Charset.forName("UTF-16")), ModelingRule.READABLE, null);
            add(
                    "Latin-1 in " + file,
                    file,
                    text.replaceFirst("name\": \"|name=\"|label\": \"", "$0é").getBytes(Charset.forName("ISO-8859-1")),
                    ModelingRule.READABLE,
                    null);
            add(
                    "something else in " + file,
                    file,
                    bytes("<html><body>Not found</body></html>"),
                    ModelingRule.READABLE,
                    null);
        }
        add(
                "another encoding is announced",
                TRANSFER,
                bytes(read(TRANSFER).replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")),
                ModelingRule.READABLE,
                null);
        add(
                "a DOCTYPE",
                TRANSFER,
                bytes(read(TRANSFER).replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e \"e\">]>\n")),
                ModelingRule.READABLE,
                null);
        add("a table in a diagram's file", TRANSFER, bytes(read(CONTRACTS)), ModelingRule.READABLE, null);
        add(
                "elements without end inside each other",
                TRANSFER,
                bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + "<a>".repeat(5_000) + "</a>".repeat(5_000)),
                ModelingRule.READABLE,
                null);
        add("a form that is a list", QUALITY_CHECK, bytes("[1, 2]"), ModelingRule.FORM_CHECK, null);
    }

    // How a file is broken

    @SafeVarargs
    private void broken(
            String name, String file, ModelingRule rule, @Nullable String element, UnaryOperator<String>... edits) {
        var text = read(file);
        for (var edit : edits) {
            var edited = edit.apply(text);
            if (edited.equals(text)) {
                throw new AssertionError("Nothing is broken: " + name);
            }
            text = edited;
        }
        add(name, file, bytes(text), rule, element);
    }

    private void add(String name, String file, byte[] content, ModelingRule rule, @Nullable String element) {
        var files = new TreeMap<String, byte[]>();
        if (file.equals(BLOG_POST)) {
            files.put(BLOG_POST_START, bytes(read(BLOG_POST_START)));
        }
        files.put(file, content);
        all.add(new Broken(name, files, rule, element));
    }
}
