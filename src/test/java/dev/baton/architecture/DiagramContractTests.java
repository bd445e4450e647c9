package dev.baton.architecture;

import static dev.baton.harness.ShippedProcesses.all;
import static dev.baton.harness.ShippedProcesses.fields;
import static dev.baton.harness.ShippedProcesses.forms;
import static dev.baton.harness.ShippedProcesses.inputs;
import static dev.baton.harness.ShippedProcesses.outputs;
import static dev.baton.harness.ShippedProcesses.processes;
import static dev.baton.harness.ShippedProcesses.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.contract.Catalog;
import dev.baton.contract.Requirement;
import dev.baton.handoff.Messages;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.ShippedProcesses;
import dev.baton.harness.ShippedProcesses.FormField;
import dev.baton.journal.EventType;
import dev.baton.journal.Status;
import dev.baton.people.Role;
import dev.baton.process.Variables;
import dev.baton.retrospective.Rater;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What the diagrams, the tables, the forms and Java say about each other is true. */
class DiagramContractTests {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern CALL = Pattern.compile("[$#]\\{\\s*(\\w+)\\.(\\w+)\\(");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.'])([a-zA-Z]\\w*)(?!\\s*\\(|[\\w'])");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern CONSTANT = Pattern.compile("[$]\\{'([^']*)'}");

    /** Java's own bookkeeping, which no diagram or form reads. */
    private static final Set<String> JAVA_ONLY = Set.of(
            Variables.ANSWER_HOURS,
            Variables.REVIEW_TIME,
            Variables.CANCEL_REASON,
            Variables.CONTEXT_GAPS,
            Variables.LAUNCH_DATE_KNOWN,
            Variables.JUDGED_CONTRACT,
            Variables.OVERVIEW,
            Variables.PACKAGE_VERSIONS,
            Variables.SHOWN_VERSIONS,
            Variables.REVIEW_HOURS,
            Variables.REVIEW_NODE);

    private static final Set<String> MESSAGES = Set.of(Messages.CANCELLED, Messages.OVER);

    private static final Set<String> WORDS = Set.of("execution", "null", "true", "false", "empty", "and", "or", "not");

    private static final List<Map<String, Object>> PASSING = List.of(
            Map.of("decision", "approved"),
            Map.of("decision", "accepted"),
            Map.of("transferOutcome", "accepted"),
            Map.of("briefingOutcome", "briefed"),
            Map.of("oneMore", "allow"),
            Map.of("startNow", "begin"),
            Map.of("approvalOutcome", "approved"),
            Map.of("partnerOutcome", "delivered"),
            Map.of("coverage", "another"),
            Map.of("expertApplies", true),
            Map.of("legalNeeded", true),
            Map.of("contextComplete", true),
            Map.of("launchFeasible", true),
            Map.of("decision", "confirmed"),
            Map.of("decision", "again"),
            Map.of("launchReport", "live"),
            Map.of("onSilence", "advance"));

    // Keys, variables, beans

    @Test
    void everyProcessKeyIsADiagramInAFileOfItsName() {
        var keys = constants(ProcessKeys.class);

        assertThat(processes().keySet()).isEqualTo(keys);
        ShippedProcesses.diagrams()
                .forEach((file, diagram) -> assertThat(diagram.getModelElementsByType(Process.class))
                        .as(file.toString())
                        .extracting(process -> process.getId() + ".bpmn")
                        .containsExactly(file.getFileName().toString()));
    }

    @Test
    void everyProcessRunsAndKeepsItsHistoryForAWhile() {
        assertThat(processes().values()).allSatisfy(process -> {
            assertThat(process.isExecutable()).as(process.getId()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
            assertThat(properties(process).get("handoff"))
                    .isIn("opens", "branches", "serves", "acts", "tells", "apart", "prepares");
        });
    }

    @Test
    void whatActsOnAHandoffIsStartedByEverybodyWhoTakesPartInOne() {
        var acting = processes().values().stream()
                .filter(process -> "acts".equals(properties(process).get("handoff")))
                .toList();

        assertThat(acting).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(ProcessKeys.ACTION);
            assertThat(process.getCamundaCandidateStarterGroupsList())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                            .filter(role -> role != Role.STAKEHOLDER)
                            .map(Role::key)
                            .toList());
        });
    }

    @Test
    void whatBatonStartsOpensAHandoffHasAFormAndCanBeCancelled() {
        var opening = processes().values().stream()
                .filter(process -> "opens".equals(properties(process).get("handoff")))
                .toList();

        assertThat(opening).extracting(BaseElement::getId).isNotEmpty();
        assertThat(opening).allSatisfy(process -> {
            assertThat(process.getCamundaCandidateStarterGroupsList()).isNotEmpty();
            assertThat(process.getChildElementsByType(StartEvent.class))
                    .singleElement()
                    .satisfies(start -> assertThat(formOf(start)).isEqualTo("start-" + process.getId()));
            assertThat(cancellations(process))
                    .as("cancellation of " + process.getId())
                    .hasSize(1);
        });
        var sent = new TreeSet<>(MESSAGES);
        all(ServiceTask.class)
                .forEach(step ->
                        Optional.ofNullable(inputs(step).get(Variables.MESSAGE)).ifPresent(sent::add));
        assertThat(all(Message.class)).extracting(Message::getName).containsOnly(sent.toArray(String[]::new));
    }

    @Test
    void everyVariableOfJavaIsReadOrWrittenByADiagramOrAForm() {
        var text = ShippedProcesses.text();
        var unknown = constants(Variables.class);
        unknown.removeIf(
                name -> Pattern.compile("\\b" + name + "\\b").matcher(text).find());

        assertThat(unknown).isEqualTo(JAVA_ONLY);
    }

    @Test
    void everyVariableThatADiagramReadsIsWrittenSomewhere() {
        var written = new TreeSet<>(constants(Variables.class));
        forms().keySet()
                .forEach(form ->
                        fields(form).forEach(field -> written.add(field.path().replaceFirst("\\..*", ""))));
        all(BaseElement.class).forEach(element -> {
            written.addAll(inputs(element).keySet());
            written.addAll(outputs(element).keySet());
        });
        all(CallActivity.class).forEach(call -> {
            ins(call).forEach(in -> written.add(String.valueOf(in.getCamundaTarget())));
            outs(call).forEach(out -> written.add(String.valueOf(out.getCamundaTarget())));
        });
        written.addAll(beans().keySet());
        written.addAll(Set.of("loopCounter", "decisionResult"));

        expressions()
                .forEach((where, expression) ->
                        assertThat(written).as(where + " " + expression).containsAll(names(expression)));
        all(CallActivity.class)
                .forEach(call -> Stream.concat(
                                ins(call).stream().map(CamundaIn::getCamundaSource),
                                outs(call).stream().map(CamundaOut::getCamundaSource))
                        .filter(source -> source != null)
                        .forEach(source -> assertThat(written).as(call.getId()).contains(source)));
    }

    @Test
    void whatACallBringsBackIsSetByTheProcessItCalls() {
        all(CallActivity.class).forEach(call -> {
            var called = Objects.requireNonNull(processes().get(call.getCalledElement()));
            var set = new TreeSet<String>();
            called.getModelInstance().getModelElementsByType(BaseElement.class).forEach(element -> {
                set.addAll(outputs(element).keySet());
                if (properties(element).containsKey("outcome")) {
                    set.add(Variables.OUTCOME);
                }
                constantIn(call, "reviewForm").ifPresent(form -> fields(form).forEach(field -> set.add(field.path())));
            });
            assertThat(outs(call))
                    .allSatisfy(out -> assertThat(set)
                            .as("%s out %s", call.getId(), out.getCamundaSource())
                            .contains(out.getCamundaSource()));
        });
    }

    @Test
    void everyBeanThatADiagramNamesIsVisibleToDiagramsAndHasTheMethod() {
        assertThat(all(ServiceTask.class))
                .allSatisfy(task -> assertThat(task.getCamundaDelegateExpression())
                        .as(task.getId())
                        .matches("[$]\\{\\w+}")
                        .satisfies(expression -> assertThat(beans())
                                .containsKey(names(expression).iterator().next())));
        expressions().values().forEach(expression -> {
            var calls = CALL.matcher(expression);
            while (calls.find()) {
                if (!WORDS.contains(calls.group(1))
                        && !Set.of("decisionResult", "partners").contains(calls.group(1))) {
                    assertThat(beans()).as(expression).containsKey(calls.group(1));
                    assertThat(Objects.requireNonNull(beans().get(calls.group(1)))
                                    .getMethods())
                            .as(expression)
                            .extracting(method -> method.getName())
                            .contains(calls.group(2));
                }
            }
        });
    }

    @Test
    void everyBeanThatDiagramsMaySeeIsNamedByOne() {
        var named = expressions().values().stream()
                .flatMap(expression -> names(expression).stream())
                .collect(Collectors.toSet());

        assertThat(named).containsAll(beans().keySet());
    }

    @Test
    void everyGateNamesItsContract() {
        assertThat(gates()).isNotEmpty().allSatisfy(gate -> {
            assertThat(gate.getCamundaDelegateExpression()).isEqualTo("${contextGate}");
            var contract = inputs(gate).getOrDefault("contract", "");
            if (!contract.equals("${contract}")) {
                assertThatCode(() -> catalog().contract(contract)).doesNotThrowAnyException();
            }
            assertThat(followers(gate)).allSatisfy(next -> assertThat(next).isInstanceOf(ExclusiveGateway.class));
        });
        constants("contract")
                .forEach(contract ->
                        assertThatCode(() -> catalog().contract(contract)).doesNotThrowAnyException());
    }

    // Forms, decisions, roles, names

    @Test
    void everyFormExistsInAFileOfItsNameAndIsBoundToItsLatestVersion() {
        assertThat(ShippedProcesses.files(".form"))
                .extracting(file -> file.getFileName().toString().replace(".form", ""))
                .containsExactlyInAnyOrderElementsOf(forms().keySet());
        withForm().forEach(element -> {
            assertThat(element.getAttributeValueNs(CAMUNDA, "formRefBinding"))
                    .as(element.getId())
                    .isEqualTo("latest");
            assertThat(formOf(element))
                    .as(element.getId())
                    .satisfiesAnyOf(
                            form -> assertThat(forms()).containsKey(form),
                            form -> assertThat(form).isIn("${reviewForm}", "${startForm}"));
        });
        assertThat(all(UserTask.class))
                .allSatisfy(task -> assertThat(formOf(task)).as(task.getId()).isNotNull());
    }

    @Test
    void everyFormIsUsed() {
        var used = new TreeSet<String>();
        withForm().forEach(element -> used.add(formOf(element)));

        assertThat(used).containsAll(forms().keySet());
    }

    @Test
    void everyDecisionAndEveryCalledProcessExistsAndIsBoundToItsLatestVersion() {
        assertThat(all(BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("latest");
            assertThat(ShippedProcesses.files(".dmn"))
                    .extracting(file -> file.getFileName().toString())
                    .contains(task.getCamundaDecisionRef() + ".dmn");
        });
        assertThat(all(CallActivity.class)).allSatisfy(call -> {
            assertThat(processes()).containsKey(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("latest");
            var opensBranch = "branches"
                    .equals(properties(Objects.requireNonNull(processes().get(call.getCalledElement())))
                            .get("handoff"));
            assertThat(ins(call).stream().map(CamundaIn::getCamundaBusinessKey).filter(Objects::nonNull))
                    .as(call.getId())
                    .isEqualTo(opensBranch ? List.of() : List.of("#{execution.processBusinessKey}"));
        });
    }

    @Test
    void everyGroupIsARole() {
        all(UserTask.class).stream()
                .filter(task -> task.getCamundaAssignee() == null)
                .forEach(task -> assertThat(task.getCamundaCandidateGroupsList())
                        .as(task.getId())
                        .singleElement()
                        .satisfies(group -> {
                            if (!Set.of(
                                            "${senderRole}",
                                            "${receiverRole}",
                                            "${creatorRole}",
                                            "${reviewerRole}",
                                            "${answererRole}")
                                    .contains(group)) {
                                assertThat(Role.of(group).key()).isEqualTo(group);
                            }
                        }));
        processes()
                .values()
                .forEach(process -> process.getCamundaCandidateStarterGroupsList()
                        .forEach(group -> assertThat(Role.of(group).key()).isEqualTo(group)));
        Stream.of("senderRole", "receiverRole", "creatorRole")
                .flatMap(name -> constants(name).stream())
                .forEach(group -> assertThat(Role.of(group).key()).isEqualTo(group));
        catalog()
                .contracts()
                .forEach(contract -> Stream.concat(contract.from().stream(), contract.to().stream())
                        .forEach(role -> assertThat(Role.of(role).key()).isEqualTo(role)));
    }

    @Test
    void aTaskLiesInTheLaneOfItsRole() {
        var lanes = Map.of(
                "Sender", "${senderRole}",
                "Receiver", "${receiverRole}",
                "Creator", "${creatorRole}",
                "Accountable person", "operations",
                "Whoever acts", "${enteredBy}",
                "Other side", "${spokenWith}",
                "Whoever is away", "${absentee}",
                "Reader", "${reader}");
        all(Lane.class)
                .forEach(lane -> lane.getFlowNodeRefs().stream()
                        .filter(UserTask.class::isInstance)
                        .map(UserTask.class::cast)
                        .forEach(task -> assertThat(Objects.requireNonNullElse(
                                        task.getCamundaCandidateGroups(), task.getCamundaAssignee()))
                                .as("%s in the lane %s", task.getId(), lane.getName())
                                .isEqualTo(lanes.getOrDefault(
                                        lane.getName(),
                                        lane.getName()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace(' ', '-')))));
    }

    @Test
    void everyReviewHasARowInTheReviewPolicies() {
        var rows = ShippedProcesses.table("review-policy").stream()
                .map(row -> row.cells().get("review"))
                .toList();

        Stream.concat(reviews().stream(), all(UserTask.class).stream().filter(DiagramContractTests::isConfirmation))
                .forEach(review -> assertThat(rows).as(review.getId()).containsAll(policyKeys(review)));
        assertThat(constants("review")).allSatisfy(review -> assertThat(rows).contains(review));
    }

    @Test
    void everyStatusEventAndOutcomeHasItsNameInTheJournal() {
        all(FlowNode.class).forEach(node -> {
            var properties = properties(node);
            assertThat(properties.keySet())
                    .as(node.getId())
                    .allMatch(name -> name.startsWith("answered.")
                            || Set.of("review", "packages", "status", "event", "outcome", "ratedBy")
                                    .contains(name)
                            || Set.of("answered", "sendsBack", "silence", "due", "stage", "holder", "reviewed", "makes")
                                    .contains(name));
            Optional.ofNullable(properties.get("status"))
                    .ifPresent(status -> assertThat(Status.of(status).label()).isEqualTo(status));
            Optional.ofNullable(properties.get("ratedBy"))
                    .filter(rater -> !rater.startsWith("${"))
                    .ifPresent(rater -> assertThat(Rater.of(rater).key()).isEqualTo(rater));
            Optional.ofNullable(properties.get("event"))
                    .ifPresent(event -> assertThat(EventType.of(event).name()).isEqualTo(event));
        });
    }

    @Test
    void everyPackageThatATaskShowsExists() {
        all(UserTask.class)
                .forEach(task -> Stream.ofNullable(properties(task).get("packages"))
                        .filter(packages -> !packages.startsWith("${"))
                        .flatMap(packages -> Arrays.stream(packages.split(",")))
                        .forEach(name -> assertThat(catalog().packageNames())
                                .as(task.getId())
                                .contains(name)));
    }

    // Reviews

    @Test
    void everyReviewHasAnInterruptingTimerThatLeadsThroughTheEscalationToWhereTheReviewLeads() {
        assertThat(reviews()).isNotEmpty().allSatisfy(review -> {
            var timer = timerOf(review);
            assertThat(timer.cancelActivity()).isTrue();
            assertThat(timer.getId()).isEqualTo("timer_" + camel(review.getId()) + "48h");
            assertThat(due(timer)).startsWith("${deadline.hours(48");
            assertThat(review.getCamundaDueDate()).isNull();

            var call = escalationOf(review);
            assertThat(call.getCalledElement()).isEqualTo(ProcessKeys.ESCALATION);
            assertThat(followers(call)).isEqualTo(followers(review)).hasSize(1);
            assertThat(ins(call))
                    .singleElement()
                    .satisfies(in -> assertThat(in.getCamundaTarget()).isNull());
            assertThat(outs(call)).isEmpty();
        });
    }

    @Test
    void whatOnlyTheOtherSideCanConfirmIsNobodyElsesAndReturnsInSilence() {
        var confirmation = all(UserTask.class).stream()
                .filter(DiagramContractTests::isConfirmation)
                .toList();

        assertThat(confirmation).singleElement().satisfies(task -> {
            assertThat(task.getCamundaAssignee()).isEqualTo("${spokenWith}");
            assertThat(due(timerOf(task))).isEqualTo("${deadline.hours(48)}");
            assertThat(followers(timerOf(task)))
                    .singleElement()
                    .satisfies(event -> assertThat(properties(event)).containsEntry("event", "decision-unanswered"));
        });
    }

    @Test
    void aTaskThatIsInterruptedHasEverythingItsOutputsRead() {
        all(UserTask.class)
                .forEach(task -> outputs(task)
                        .forEach((name, expression) -> assertThat(inputs(task).keySet())
                                .as("%s out %s", task.getId(), name)
                                .containsAll(names(expression))));
    }

    @Test
    void whatAFormAsksBesidesPackagesIsAVariableOfItsTask() {
        all(UserTask.class).stream()
                .filter(task -> !inputs(task).isEmpty() && forms().containsKey(formOf(task)))
                .forEach(task -> {
                    var asked = fields(formOf(task)).stream()
                            .filter(field -> !field.isComputed())
                            .map(field -> field.path().replaceFirst("\\..*", ""))
                            .filter(name -> !catalog().packageNames().contains(name))
                            .toList();
                    assertThat(inputs(task).keySet()).as(task.getId()).containsAll(asked);
                });
    }

    @Test
    void whatIsRatedIsAVariableOfItsTaskAloneAndGoesNowhereElse() {
        var rating = all(UserTask.class).stream()
                .filter(task -> properties(task).containsKey("ratedBy"))
                .toList();

        assertThat(rating).hasSize(5).allSatisfy(task -> {
            assertThat(inputs(task)).as(task.getId()).containsEntry(Variables.RATING, "");
            assertThat(outputs(task)).as(task.getId()).doesNotContainKey(Variables.RATING);
        });
        assertThat(all(CallActivity.class).stream()
                        .flatMap(call -> Stream.concat(
                                ins(call).stream().map(CamundaIn::getCamundaSource),
                                outs(call).stream().map(CamundaOut::getCamundaSource))))
                .doesNotContain(Variables.RATING);
        assertThat(all(UserTask.class).stream()
                        .filter(task ->
                                Stream.of("rate-intent", "rate-brand").anyMatch(form -> form.equals(formOf(task)))))
                .allSatisfy(task -> assertThat(properties(task)).containsKey("ratedBy"));
    }

    // Gateways

    @Test
    void aGatewayEitherJoinsOrChooses() {
        assertThat(all(ExclusiveGateway.class)).isNotEmpty().allSatisfy(gateway -> {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getIncoming()).as(gateway.getId()).hasSize(1);
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            } else {
                assertThat(gateway.getIncoming()).as(gateway.getId()).hasSizeGreaterThan(1);
                assertThat(gateway.getId()).endsWith("Joined");
                assertThat(gateway.getName()).as(gateway.getId()).isNull();
            }
        });
    }

    @Test
    void noExitIsADefaultAndEveryExitOfAChoiceHasALabelAndACondition() {
        assertThat(choices()).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNull();
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression()).as(flow.getId()).isNotNull();
            });
        });
        assertThat(all(FlowNode.class).stream()
                        .filter(node -> !choices().contains(node))
                        .flatMap(node -> node.getOutgoing().stream()))
                .allSatisfy(flow -> assertThat(flow.getConditionExpression())
                        .as(flow.getId())
                        .isNull());
    }

    @Test
    void theAnswersOfAReviewAreExactlyThoseItsGatewayKnows() {
        assertThat(decided()).isNotEmpty().allSatisfy(review -> {
            var gateway = choiceAfter(review);
            var known = gateway.getOutgoing().stream()
                    .flatMap(flow -> texts(condition(flow)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            known.remove("advanced");

            assertThat(answers(review)).as(review.getId()).containsExactlyInAnyOrderElementsOf(known);
            answers(review)
                    .forEach(answer -> assertThat(open(gateway, Map.of("decision", answer)))
                            .as("%s decided with %s", review.getId(), answer)
                            .hasSize(1));
        });
    }

    @Test
    void whatAdvancesUnreviewedPassesWhereSilenceMayAdvanceAndNowhereElse() {
        assertThat(decidedReviews()).allSatisfy(review -> {
            var gateway = choiceAfter(review);
            var open = open(gateway, Map.of("decision", "advanced"));

            var never = "hold".equals(properties(review).get("silence"));
            assertThat(open).as(review.getId()).hasSize(never ? 0 : 1);
            assertThat(open).allSatisfy(flow -> assertThat(flow.getName()).isEqualTo("Yes"));
        });
    }

    static Stream<Arguments> labels() {
        return choices().stream()
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .filter(flow -> flow.getName().matches("Yes|No|Changes|Rejected|Question"))
                .map(flow -> Arguments.of(flow.getId(), flow.getName(), condition(flow)));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("labels")
    void theLabelOfAFlowAgreesWithItsCondition(String flow, String label, String condition) {
        switch (label) {
            case "Yes" -> {
                assertThat(PASSING.stream().anyMatch(facts -> holds(condition, facts)))
                        .isTrue();
                assertThat(holding(condition)).noneMatch(facts -> holds(condition, facts));
            }
            case "No" -> {
                assertThat(holding(condition)).anyMatch(facts -> holds(condition, facts));
                assertThat(PASSING.stream().filter(facts -> names(condition).containsAll(facts.keySet())))
                        .isNotEmpty()
                        .noneMatch(facts -> holds(condition, facts));
            }
            case "Changes" ->
                assertThat(holds(condition, Map.of("decision", "changes"))).isTrue();
            case "Rejected" ->
                assertThat(holds(condition, Map.of("decision", "rejected"))).isTrue();
            default ->
                assertThat(holds(condition, Map.of("decision", "clarify"))).isTrue();
        }
    }

    @Test
    void aGatewayThatAsksForYesOrNoLetsExactlyOneThrough() {
        choices()
                .forEach(gateway -> Stream.concat(PASSING.stream(), HOLDING.stream())
                        .filter(facts -> names(condition(
                                        gateway.getOutgoing().iterator().next()))
                                .containsAll(facts.keySet()))
                        .forEach(facts -> assertThat(open(gateway, facts))
                                .as("%s with %s", gateway.getId(), facts)
                                .hasSizeLessThanOrEqualTo(1)));
    }

    @Test
    void everyQuarterHasExactlyOneWayOn() {
        var gateway = all(ExclusiveGateway.class).stream()
                .filter(one -> one.getId().equals("gateway_checkpointDue"))
                .findFirst()
                .orElseThrow();

        assertThat(Stream.of(25L, 50L, 75L).map(quarter -> open(gateway, Map.of("quarter", quarter))))
                .allSatisfy(open -> assertThat(open).hasSize(1));
    }

    // Packages and their forms

    @Test
    void everyPlaceholderOfAFormStandsForAPackageThatThereIs() {
        forms().forEach((name, form) -> form.findParents("properties").forEach(placeholder -> {
            if (placeholder.path("properties").has("fields") && placeholder.has("path")) {
                assertThat(catalog().packageNames())
                        .as(name)
                        .contains(placeholder.path("path").asText());
            }
            Stream.of(placeholder.path("properties").path("only").asText("").split(", *"))
                    .filter(field -> !field.isEmpty())
                    .forEach(field -> assertThat(required(field.replaceFirst("\\..*", "")))
                            .as(name)
                            .contains(field.replaceFirst(".*\\.", "")));
        }));
    }

    @Test
    void onlyAStartAsksForTheTermsOfAHandoff() {
        var terms = List.of(
                "campaign", "contract", "complexity", "executionParty", "campaignType", "team", "raci", "launchDate");

        forms().keySet().stream()
                .filter(form -> !form.startsWith("start-"))
                .forEach(form -> assertThat(fields(form))
                        .as(form)
                        .extracting(field -> field.path().replaceFirst("\\..*", ""))
                        .doesNotContainAnyElementsOf(terms));
    }

    @Test
    void theStartOfATransferOffersEveryRole() {
        assertThat(fields("start-transfer"))
                .filteredOn(field -> field.path().startsWith("team."))
                .extracting(field -> Role.of(field.path().replace("team.", "")))
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void startsKnowEveryComplexityPartyAndCampaignType() {
        var types = new TreeSet<String>();
        catalog()
                .packageNames()
                .forEach(name -> catalog().requirements(name).forEach(row -> types.addAll(row.campaignTypes())));
        Stream.of("start-transfer", "start-documentation-first-handoff", "start-sprint-handoff")
                .forEach(form -> {
                    assertThat(field(form, "complexity").values()).containsExactly("simple", "medium", "high");
                    assertThat(field(form, "executionParty").values()).containsExactly("internal", "external");
                    assertThat(field(form, "campaignType").values()).containsExactlyInAnyOrderElementsOf(types);
                });
    }

    // What the statements above read

    private static final List<Map<String, Object>> HOLDING = List.of(
            Map.of("decision", "changes"),
            Map.of("decision", "rejected"),
            Map.of("decision", "clarify"),
            Map.of("briefingOutcome", "rejected"),
            Map.of("oneMore", "decline"),
            Map.of("startNow", "only-asked"),
            Map.of("transferOutcome", "rejected"),
            Map.of("approvalOutcome", "rejected"),
            Map.of("partnerOutcome", "rejected"),
            Map.of("coverage", "inside"),
            Map.of("expertApplies", false),
            Map.of("legalNeeded", false),
            Map.of("launchFeasible", false),
            Map.of("contextComplete", false),
            Map.of("decision", "disputed"),
            Map.of("decision", "drop"),
            Map.of("onSilence", "hold"));

    private static List<Map<String, Object>> holding(String condition) {
        return HOLDING.stream()
                .filter(facts -> names(condition).containsAll(facts.keySet()))
                .toList();
    }

    private static List<ExclusiveGateway> choices() {
        return all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    /** The question that a review's answer decides, beyond the gateway where its escalation joins it. */
    private static ExclusiveGateway choiceAfter(FlowNode node) {
        var next = followers(node).get(0);
        return choices().contains(next) ? (ExclusiveGateway) next : choiceAfter(next);
    }

    private static List<SequenceFlow> open(ExclusiveGateway gateway, Map<String, Object> facts) {
        return gateway.getOutgoing().stream()
                .filter(flow -> holds(condition(flow), facts))
                .toList();
    }

    private static boolean holds(String condition, Map<String, Object> facts) {
        if (!facts.keySet().containsAll(names(condition))) {
            return false;
        }
        var factory = new ExpressionFactoryImpl();
        var context = new SimpleContext();
        facts.forEach(
                (name, value) -> context.setVariable(name, factory.createValueExpression(value, value.getClass())));
        return Boolean.TRUE.equals(
                factory.createValueExpression(context, condition, Boolean.class).getValue(context));
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression().getTextContent().strip();
    }

    private static Catalog catalog() {
        return ShippedProcesses.catalog();
    }

    private static List<ServiceTask> gates() {
        return all(ServiceTask.class).stream()
                .filter(task -> task.getId().startsWith("gate_"))
                .toList();
    }

    /** What only one person can answer: no escalation stands in for them. */
    private static boolean isConfirmation(UserTask task) {
        return "spoken-decision".equals(properties(task).get("review"));
    }

    /** User tasks that are reviews of their own: what stands in for one inside an escalation is none. */
    private static List<UserTask> reviews() {
        return all(UserTask.class).stream()
                .filter(task -> properties(task).containsKey("review") && !isConfirmation(task))
                .filter(task -> !"${review}".equals(properties(task).get("review")))
                .toList();
    }

    /** Reviews with a decision, and what an action on a handoff asks. */
    private static List<UserTask> decided() {
        var acting = Objects.requireNonNull(processes().get(ProcessKeys.ACTION));
        return Stream.concat(decidedReviews().stream(), acting.getChildElementsByType(UserTask.class).stream())
                .toList();
    }

    private static List<UserTask> decidedReviews() {
        return reviews().stream()
                .filter(review -> outputs(review).containsKey("decision"))
                .toList();
    }

    private static List<String> policyKeys(UserTask review) {
        var key = properties(review).getOrDefault("review", "");
        return key.contains("${quarter}")
                ? Stream.of("25", "50", "75")
                        .map(quarter -> key.replace("${quarter}", quarter))
                        .toList()
                : List.of(key);
    }

    private static List<String> answers(UserTask review) {
        return field(formOf(review), "decision").values();
    }

    private static FormField field(String form, String path) {
        return fields(form).stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " does not ask for " + path));
    }

    private static BoundaryEvent timerOf(UserTask review) {
        return review.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(review))
                .findFirst()
                .orElseThrow(() -> new AssertionError(review.getId() + " has no timer"));
    }

    private static String due(BoundaryEvent timer) {
        return timer.getChildElementsByType(TimerEventDefinition.class)
                .iterator()
                .next()
                .getTimeDate()
                .getTextContent()
                .strip();
    }

    private static CallActivity escalationOf(UserTask review) {
        assertThat(followers(timerOf(review))).singleElement().isInstanceOf(CallActivity.class);
        return (CallActivity) followers(timerOf(review)).get(0);
    }

    private static List<FlowNode> followers(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    }

    private static List<CamundaIn> ins(CallActivity call) {
        return call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list();
    }

    private static List<CamundaOut> outs(CallActivity call) {
        return call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaOut.class)
                .list();
    }

    /** What a call passes on under this name: a variable or an expression. */
    private static String source(CallActivity call, String target) {
        return ins(call).stream()
                .filter(in -> target.equals(in.getCamundaTarget()))
                .map(in -> in.getCamundaSource() != null ? in.getCamundaSource() : in.getCamundaSourceExpression())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> constantIn(CallActivity call, String target) {
        return Optional.of(CONSTANT.matcher(source(call, target)))
                .filter(found -> found.matches())
                .map(found -> found.group(1));
    }

    /** The constants that calls pass on under this name. */
    private static List<String> constants(String target) {
        return all(CallActivity.class).stream()
                .flatMap(call -> constantIn(call, target).stream())
                .toList();
    }

    private static List<BaseElement> withForm() {
        return all(FlowNode.class).stream()
                .map(BaseElement.class::cast)
                .filter(element -> formOf(element) != null)
                .toList();
    }

    private static String formOf(BaseElement element) {
        return element.getAttributeValueNs(CAMUNDA, "formRef");
    }

    private static List<SubProcess> cancellations(Process process) {
        return process.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .toList();
    }

    private static Set<String> required(String name) {
        return catalog().requirements(name).stream()
                .filter(row -> !row.wholeDocument())
                .map(Requirement::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?> holder) {
        return Arrays.stream(holder.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(DiagramContractTests::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Name in an expression to class. */
    private static Map<String, Class<?>> beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(VisibleInDiagrams.class));
        var beans = new HashMap<String, Class<?>>();
        scanner.findCandidateComponents("dev.baton").forEach(found -> {
            var type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            beans.put(Introspector.decapitalize(type.getSimpleName()), type);
        });
        return beans;
    }

    /** Where to what: every expression of every diagram. */
    private static Map<String, String> expressions() {
        var expressions = new java.util.LinkedHashMap<String, String>();
        all(BaseElement.class).forEach(element -> {
            var texts = new ArrayList<String>();
            texts.addAll(inputs(element).values());
            texts.addAll(outputs(element).values());
            properties(element).forEach((name, value) -> {
                if (!name.startsWith("default.") && !name.startsWith("set.")) {
                    texts.add(value);
                }
            });
            Stream.of("formRef", "candidateGroups", "dueDate", "delegateExpression", "collection")
                    .map(name -> element.getAttributeValueNs(CAMUNDA, name))
                    .filter(text -> text != null)
                    .forEach(texts::add);
            if (element instanceof SequenceFlow flow && flow.getConditionExpression() != null) {
                texts.add(condition(flow));
            }
            if (element instanceof TimerEventDefinition timer && timer.getTimeDate() != null) {
                texts.add(timer.getTimeDate().getTextContent().strip());
            }
            if (element instanceof CallActivity call) {
                ins(call).stream()
                        .map(CamundaIn::getCamundaSourceExpression)
                        .filter(text -> text != null)
                        .forEach(texts::add);
            }
            for (int number = 0; number < texts.size(); number++) {
                if (texts.get(number).contains("{")) {
                    expressions.put(element.getId() + "#" + number, texts.get(number));
                }
            }
        });
        return expressions;
    }

    /** The names that an expression reads. */
    private static Set<String> names(String expression) {
        var names = new LinkedHashSet<String>();
        var inner = Pattern.compile("[$#]\\{([^}]*)}").matcher(expression);
        while (inner.find()) {
            var found = NAME.matcher(TEXT.matcher(inner.group(1)).replaceAll(" "));
            while (found.find()) {
                if (!WORDS.contains(found.group(1))) {
                    names.add(found.group(1));
                }
            }
        }
        return names;
    }

    private static Set<String> texts(String expression) {
        var texts = new TreeSet<String>();
        var found = TEXT.matcher(expression);
        while (found.find()) {
            texts.add(found.group().replace("'", ""));
        }
        return texts;
    }

    private static String camel(String id) {
        var parts = id.split("_", 2);
        return parts[0] + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
    }
}
