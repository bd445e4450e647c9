package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.baton.harness.Brief;
import dev.baton.harness.OneDatabase;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.ShippedProcesses;
import dev.baton.harness.Walk;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.Variables;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody writes what no form asks for: every name that engine, diagrams and code know, at every task, through every door. */
@OneDatabase
@ServiceTest
class UnaskedVariablesTests {

    /** Names that the engine itself gives a meaning to, and some that nobody knows. */
    private static final List<String> OTHERS = List.of(
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "execution",
            "decison",
            "x");

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("strategist");
        people.named("execution-owner");
        people.named("operations");
    }

    static Stream<Arguments> stages() {
        return Stream.of(
                stage("strategist", "write_documents", walk -> walk.toBriefReview()),
                stage("manager", "review_brief", walk -> walk.toBriefReview()),
                stage("quality-owner", "review_quality", walk -> walk.toQualityCheck()),
                stage("execution-owner", "receive_handoff", walk -> walk.toReceiver()),
                stage("execution-owner", "review_kickoff", walk -> walk.toKickoff()),
                stage("execution-owner", "work_quarter", walk -> walk.toWork()),
                stage("strategist", "review_concept", walk -> walk.toConcept()),
                stage("manager", "review_draft", walk -> walk.toDraft()),
                stage("execution-owner", "finish_work", walk -> walk.toFinish()),
                stage("execution-owner", "review_self", walk -> walk.toApproval()),
                stage("final-approver", "review_finalApproval", walk -> walk.toFinalApproval()),
                stage("production", "prepare_launch", walk -> walk.toLaunchPreparation()),
                stage("final-approver", "review_preLaunch", walk -> walk.toPreLaunch()),
                stage("execution-owner", "launch_campaign", walk -> walk.toLaunch()));
    }

    private static Arguments stage(String who, String task, Consumer<Walk> walk) {
        return Arguments.of(who, task, walk);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("stages")
    void whatNoFormAsksForIsRefusedByName(String who, String node, Consumer<Walk> walk) {
        if (node.equals("write_documents")) {
            handoff.start("strategist", "documentation-first-handoff", Brief.start());
        } else {
            walk.accept(new Walk(handoff, contracts));
        }
        var task = handoff.task(node);
        var person = people.named(who);
        if (task.getAssignee() == null) {
            tasks.setAssignee(task.getId(), person);
        }
        var before = variables(task);
        var asked = asked(task.getId());

        var unasked = new TreeSet<>(known());
        unasked.removeAll(asked);
        var answers = new HashMap<String, Object>();
        unasked.forEach(name -> answers.put(name, 25));
        if (asked.contains("decision")) {
            answers.put("decision", "approved");
        }
        refuses(who, unasked, () -> forms.submitTaskForm(task.getId(), answers));
        refuses(who, unasked, () -> tasks.complete(task.getId(), answers));
        if (node.equals("work_quarter")) {
            otherDoors(task, who, unasked, answers);
        }

        assertThat(handoff.task(node).getId()).isEqualTo(task.getId());
        assertThat(variables(task)).isEqualTo(before);
    }

    private Map<String, String> variables(Task task) {
        var values = new TreeMap<String, String>();
        runtime.getVariables(task.getExecutionId()).forEach((name, value) -> values.put(name, String.valueOf(value)));
        return values;
    }

    private void otherDoors(Task task, String who, Set<String> names, Map<String, Object> answers) {
        fails(who, () -> tasks.resolveTask(task.getId(), answers));
        fails(who, () -> tasks.handleBpmnError(task.getId(), "x", "y", answers));
        for (var name : names) {
            fails(who, () -> tasks.setVariable(task.getId(), name, 25));
            fails("operations", () -> runtime.setVariable(task.getExecutionId(), name, 25));
        }
        for (var name : OTHERS) {
            for (var writer : List.of(who, "operations")) {
                fails(writer, () -> tasks.setVariableLocal(task.getId(), name, 25));
                fails(writer, () -> runtime.setVariableLocal(task.getProcessInstanceId(), name, 25));
            }
            fails(who, () -> runtime.setVariable(task.getExecutionId(), name, 25));
            fails("operations", () -> tasks.setVariable(task.getId(), name, 25));
        }
    }

    private void refuses(String who, Set<String> names, Runnable deed) {
        var thrown = catchThrowable(() -> handoff.as(who, () -> {
            deed.run();
            return who;
        }));
        assertThat(thrown).as(who).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).fields())
                .as(thrown.getMessage())
                .extracting(FieldError::field)
                .containsAll(names);
    }

    private void fails(String who, Runnable deed) {
        assertThat(catchThrowable(() -> handoff.as(who, () -> {
                    deed.run();
                    return who;
                })))
                .isNotNull();
    }

    private Set<String> asked(String task) {
        try (var form = forms.getDeployedTaskForm(task)) {
            return Form.parse(Json.MAPPER.readTree(form), new dev.baton.deployment.FeelExpressions())
                    .variables();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Set<String> known() {
        var names = new TreeSet<>(OTHERS);
        names.addAll(Stream.of(Variables.class.getFields())
                .map(field -> {
                    try {
                        return String.valueOf(field.get(null));
                    } catch (IllegalAccessException hidden) {
                        throw new AssertionError(hidden);
                    }
                })
                .collect(Collectors.toSet()));
        Pattern.compile("(?:Parameter name|source|target)=\"(\\w+)\"")
                .matcher(ShippedProcesses.text())
                .results()
                .forEach(name -> names.add(name.group(1)));
        names.addAll(ShippedProcesses.catalog().packageNames());
        return names;
    }
}
