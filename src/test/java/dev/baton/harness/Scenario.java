package dev.baton.harness;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/**
 * One handoff that a test drives through its diagrams: people finish tasks, time passes, timers fire. Each test method
 * gets its own with {@code @Autowired Scenario handoff}. Whoever acts is a role or the id of a hired person, and acts
 * with the grants of that person. Maps and lists travel as Json variables.
 */
public final class Scenario {

    private static final int MOST = 100;

    private final ProcessEngine engine;
    private final People people;
    private final String key;

    Scenario(ProcessEngine engine, People people) {
        this(engine, people, "test-" + UUID.randomUUID());
    }

    private Scenario(ProcessEngine engine, People people, String key) {
        this.engine = engine;
        this.people = people;
        this.key = key;
        AbstractAssertions.init(engine);
    }

    /** The business key, which is the handoff's public id. */
    public String key() {
        return key;
    }

    /** A branch of the handoff, which has its own key and tasks. */
    public Scenario branch(String branchKey) {
        return new Scenario(engine, people, branchKey);
    }

    public ProcessInstance start(String who, String process, Map<String, ?> variables) {
        return startAs(who, process, key, variables);
    }

    /** Starts another process under another business key, or without one as Tasklist does. */
    public ProcessInstance startAs(String who, String process, @Nullable String businessKey, Map<String, ?> variables) {
        return as(
                who,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(process, businessKey, engineValues(variables)));
    }

    public void complete(String who, String task) {
        complete(who, task, Map.of());
    }

    /** Claims the task where nobody has, and submits its form as Tasklist does. */
    public void complete(String who, String task, Map<String, ?> form) {
        completeTask(who, task(task), form);
    }

    /** The same for one of several tasks with one element id. */
    public void completeTask(String who, Task open, Map<String, ?> form) {
        as(who, () -> {
            if (open.getAssignee() == null) {
                engine.getTaskService().claim(open.getId(), people.named(who));
            }
            engine.getFormService().submitTaskForm(open.getId(), engineValues(form));
            return open;
        });
    }

    /** The one open task with this element id, in the handoff or in a process that it called. */
    public Task task(String element) {
        return only(
                tasks().stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(element))
                        .toList(),
                element);
    }

    /** What is open in the handoff; notices of its end are not. */
    public List<Task> tasks() {
        return allTasks().filter(task -> !isNotice(task)).toList();
    }

    /** The open notices of the handoff's end. */
    public List<Task> notices() {
        return allTasks().filter(Scenario::isNotice).toList();
    }

    private Stream<Task> allTasks() {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .initializeFormKeys()
                .listPage(0, MOST)
                .stream();
    }

    private static boolean isNotice(Task task) {
        return task.getProcessDefinitionId().startsWith(ProcessKeys.END_NOTICE + ":");
    }

    /** The one running instance of a process in this handoff, for {@code assertThat} of camunda-bpm-assert. */
    public ProcessInstance process(String definition) {
        return only(
                instances().stream()
                        .filter(one -> definition.equals(definitionKey(one)))
                        .toList(),
                definition);
    }

    /** Stops the handoff with this root instance, as the API does. */
    public void cancel(String rootInstance, Object reason) {
        var person = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            engine.getRuntimeService()
                    .createMessageCorrelation("handoff-cancelled")
                    .processInstanceId(rootInstance)
                    .setVariable("cancelReason", reason)
                    .correlate();
        } finally {
            engine.getIdentityService().setAuthentication(person);
        }
    }

    /** What the task's form would show under this name. */
    public @Nullable Object variable(Task task, String name) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(name);
    }

    public void send(String message) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(key)
                .correlateAll();
    }

    /** Moves the clock to the moment this timer is due, and fires it. */
    public void fireTimer(String element) {
        var timer = only(
                instances().stream()
                        .flatMap(one -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(one.getId())
                                .activityId(element)
                                .list()
                                .stream())
                        .toList(),
                element);
        run(timer);
    }

    /** Lets time pass, and runs what falls due on the way at the moment it is due. */
    public void pass(Duration time) {
        var until = now().plus(time);
        for (var job = nextJob(until); job.isPresent(); job = nextJob(until)) {
            run(job.get());
        }
        ClockUtil.setCurrentTime(Date.from(until));
    }

    public void runDueJobs() {
        pass(Duration.ZERO);
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Does something with the grants of a person. */
    public <T> T as(String who, Supplier<T> deed) {
        var id = people.named(who);
        var identity = engine.getIdentityService();
        var groups = identity.createGroupQuery().groupMember(id).list().stream()
                .map(group -> group.getId())
                .toList();
        identity.setAuthentication(id, groups);
        try {
            return deed.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void run(Job job) {
        var due = job.getDuedate();
        if (due != null && due.toInstant().isAfter(now())) {
            ClockUtil.setCurrentTime(due);
        }
        engine.getManagementService().executeJob(job.getId());
    }

    private Optional<Job> nextJob(Instant until) {
        return instances().stream()
                .flatMap(one ->
                        engine.getManagementService().createJobQuery().processInstanceId(one.getId()).list().stream())
                .filter(job -> !job.isSuspended())
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(until))
                .min(comparing(Job::getDuedate, nullsFirst(naturalOrder())));
    }

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .listPage(0, MOST);
    }

    private String definitionKey(ProcessInstance instance) {
        return engine.getRepositoryService()
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getKey();
    }

    private <T> T only(List<T> found, String element) {
        if (found.size() != 1) {
            throw new AssertionError("%s of %s is there %d times; open tasks: %s"
                    .formatted(
                            element,
                            key,
                            found.size(),
                            tasks().stream().map(Task::getTaskDefinitionKey).toList()));
        }
        return found.get(0);
    }

    private static Map<String, Object> engineValues(Map<String, ?> variables) {
        var values = new HashMap<String, Object>(variables);
        values.replaceAll((name, value) -> value instanceof Map || value instanceof Collection
                ? SpinValues.jsonValue(Spin.JSON(value).toString()).create()
                : value);
        return values;
    }
}
