package dev.baton.process;

import dev.baton.camunda.DiagramExpression;
import dev.baton.people.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.BpmnModelExecutionContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the nodes of running diagrams, each once per deployed version. */
@Component
public class Diagrams {

    private static final Pattern HOURS = Pattern.compile("deadline[.]hours\\((\\d{1,4})");
    private static final Pattern CONSTANT = Pattern.compile("[$]\\{'([^']*)'}");
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::key).collect(Collectors.toSet());

    private final Map<String, Node> nodes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> processes = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final RepositoryService repository;

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The process key of a deployed version. */
    public String key(String definition) {
        return keys.computeIfAbsent(
                definition, id -> repository.getProcessDefinition(id).getKey());
    }

    /** What a process is to Baton, from its property `handoff`. */
    public enum Part {
        /** Started alone it opens a handoff. */
        OPENS,
        /** Called by others it works for theirs. */
        SERVES,
        /** Called by others it opens a handoff of its own, a branch of theirs. */
        BRANCHES,
        /** Started alone it acts on one that runs. */
        ACTS,
        /** Started alone it helps people before there is a handoff, and works for none. */
        PREPARES,
        /** Started by Baton alone it tells somebody how a handoff ended. */
        TELLS,
        /** It is about people and about no handoff: its forms are held to as a handoff's, nothing else of it is. */
        APART,
        /** Somebody's own process, which Baton leaves alone. */
        NONE;

        /** Whether what it asks is the handoff's own work, without which it does not go on. */
        public boolean isWork() {
            return this == OPENS || this == SERVES || this == BRANCHES;
        }

        /** Whether it works for whoever calls it, and is never started alone. */
        boolean isOnlyCalled() {
            return this == SERVES || this == BRANCHES;
        }

        /** Whether it belongs to a handoff at all. */
        public boolean isOfHandoff() {
            return this != NONE && this != APART;
        }

        static Part of(@Nullable String property) {
            if (property == null) {
                return NONE;
            }
            return switch (property) {
                case "opens" -> OPENS;
                case "branches" -> BRANCHES;
                case "acts" -> ACTS;
                case "prepares" -> PREPARES;
                case "tells" -> TELLS;
                case "apart" -> APART;
                default -> SERVES;
            };
        }
    }

    /** The newest active version of each process that is such a part. */
    public List<ProcessDefinition> newest(Part part) {
        return repository
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .active()
                .unlimitedList()
                .stream()
                .filter(process -> part(process.getId()) == part)
                .toList();
    }

    public Part part(DelegateExecution execution) {
        return part(execution.getProcessDefinitionId());
    }

    /** A task of no process is somebody's own. */
    public Part part(DelegateTask task) {
        return task.getProcessDefinitionId() == null ? Part.NONE : part(task.getProcessDefinitionId());
    }

    public Part part(String definition) {
        return Part.of(process(definition).get("handoff"));
    }

    public boolean isForeign(DelegateExecution execution) {
        return part(execution) == Part.NONE;
    }

    public boolean isForeign(DelegateTask task) {
        return part(task) == Part.NONE;
    }

    public boolean isForeign(String definition) {
        return part(definition) == Part.NONE;
    }

    /** Whether it only tells somebody how a handoff ended. */
    public boolean isNotice(Task task) {
        return task.getProcessDefinitionId() != null && part(task.getProcessDefinitionId()) == Part.TELLS;
    }

    /** Whether it only tells its holder something, or asks about themselves: nobody else has a use for it. */
    public boolean isOwnOfPerson(Task task) {
        return isNotice(task)
                || (task.getProcessDefinitionId() != null && part(task.getProcessDefinitionId()) == Part.APART);
    }

    /** Whether it asks others in the place of reviewers who were silent. */
    public boolean escalatesReviews(String definition) {
        return "reviews".equals(process(definition).get("escalates"));
    }

    /** Whether the instance opens a handoff: started alone, by a process that does. */
    public boolean opensHandoff(DelegateExecution instance) {
        return instance.getSuperExecution() == null && part(instance) == Part.OPENS;
    }

    /** Whether the instance opens a branch of the handoff whose process calls it. */
    public boolean opensBranch(DelegateExecution instance) {
        return part(instance) == Part.BRANCHES;
    }

    public boolean actsOnHandoff(DelegateExecution execution) {
        return part(execution) == Part.ACTS;
    }

    public boolean isEscalation(DelegateTask task) {
        return escalatesReviews(task.getProcessDefinitionId());
    }

    public boolean isEscalation(DelegateExecution execution) {
        return escalatesReviews(execution.getProcessDefinitionId());
    }

    /** Where the facts lie that a form shows, when it is shown in an escalation. */
    public Optional<VariableScope> origin(DelegateTask task) {
        return isEscalation(task)
                ? Optional.of(task.getExecution().getProcessInstance().getSuperExecution())
                : Optional.empty();
    }

    /** The process instance that somebody is asked in, also where an escalation of it asks in its turn. */
    public DelegateExecution origin(DelegateExecution execution) {
        return isEscalation(execution)
                ? execution.getProcessInstance().getSuperExecution().getProcessInstance()
                : execution.getProcessInstance();
    }

    /** The extension properties of a process, in their order. */
    public Map<String, String> process(String definition) {
        return processes.computeIfAbsent(definition, id -> {
            Process process = repository.getBpmnModelInstance(id).getModelElementById(key(id));
            return process == null ? Map.of() : properties(process);
        });
    }

    /** Whether people start it as a handoff of their own: it opens one, asks something, and says who may. */
    public boolean isModel(String definition) {
        if (part(definition) != Part.OPENS) {
            return false;
        }
        Process process = repository.getBpmnModelInstance(definition).getModelElementById(key(definition));
        var hasStarters = !process.getCamundaCandidateStarterGroupsList().isEmpty()
                || !process.getCamundaCandidateStarterUsersList().isEmpty();
        return hasStarters
                && process.getChildElementsByType(StartEvent.class).stream()
                        .anyMatch(start -> start.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef") != null);
    }

    /** The review in whose place an escalation asks: the task whose timer leads to the call. */
    public Optional<Node> escalatedReview(DelegateExecution escalation) {
        var call = escalation.getProcessInstance().getSuperExecution();
        if (call == null) {
            return Optional.empty();
        }
        return silentReview(call);
    }

    /** Variables that a start of a process may bring besides those its form asks for: those its properties complete. */
    public Set<String> accepted(String definition) {
        return process(definition).keySet().stream()
                .filter(name -> name.startsWith("kind.") || name.startsWith("default."))
                .map(name -> name.substring(name.indexOf('.') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The form that starts a process, where it has one. */
    public Optional<String> startForm(String definition) {
        var model = repository.getBpmnModelInstance(definition);
        var process = model.getModelElementById(key(definition));
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement().equals(process))
                .map(start -> start.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The review whose silence led to a call, found along the way that is drawn: call, flow, timer, task. */
    public Optional<Node> silentReview(DelegateExecution call) {
        var definition = call.getProcessDefinitionId();
        return call.getBpmnModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().getId().equals(call.getCurrentActivityId()))
                .map(SequenceFlow::getSource)
                .filter(BoundaryEvent.class::isInstance)
                .map(timer -> ((BoundaryEvent) timer).getAttachedTo())
                .findFirst()
                .map(task -> nodes.computeIfAbsent(definition + "/" + task.getId(), key -> read(task)));
    }

    /** The roles that have tasks in a diagram, or in those that it calls, as far as the diagrams themselves name them. */
    public Set<String> roles(String definition) {
        var roles = new TreeSet<String>();
        collectRoles(definition, roles, new HashSet<>());
        return roles;
    }

    private void collectRoles(String definition, Set<String> roles, Set<String> seen) {
        if (!seen.add(key(definition))) {
            return;
        }
        var model = repository.getBpmnModelInstance(definition);
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> addRoles(task.getCamundaCandidateGroupsList(), roles));
        model.getModelElementsByType(CamundaIn.class).stream()
                .map(CamundaIn::getCamundaSourceExpression)
                .filter(Objects::nonNull)
                .map(CONSTANT::matcher)
                .filter(Matcher::matches)
                .forEach(constant -> addRoles(List.of(constant.group(1)), roles));
        model.getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> called(call).stream())
                .forEach(called -> collectRoles(called, roles, seen));
    }

    /** The deployed version that a call would start now; none where only a running handoff could tell. */
    public Optional<String> called(CallActivity call) {
        return Optional.ofNullable(call.getCalledElement())
                .flatMap(key -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .withoutTenantId()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()))
                .map(ProcessDefinition::getId);
    }

    private static void addRoles(List<String> groups, Set<String> roles) {
        groups.stream().filter(ROLES::contains).forEach(roles::add);
    }

    public Node node(DelegateExecution execution) {
        return node(execution.getProcessDefinitionId(), execution.getCurrentActivityId(), execution);
    }

    public Node node(DelegateTask task) {
        return node(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task);
    }

    private Node node(String definition, String activity, BpmnModelExecutionContext context) {
        return nodes.computeIfAbsent(definition + "/" + activity, key -> read(context.getBpmnModelElementInstance()));
    }

    /** The node of an open task of a process. */
    public Node node(Task task) {
        return node(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    public Node node(String definition, String activity) {
        return nodes.computeIfAbsent(
                definition + "/" + activity,
                key -> read(repository.getBpmnModelInstance(definition).getModelElementById(activity)));
    }

    private static Node read(FlowElement element) {
        var form = element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef");
        var label = element.getName() == null ? element.getId() : element.getName();
        return new Node(
                element.getId(),
                label,
                element.getElementType().getTypeName(),
                form,
                hours(element),
                element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "candidateGroups"),
                properties(element));
    }

    /** The hours that the timer of a task leaves; null without such a timer. */
    private static @Nullable Integer hours(FlowElement element) {
        return element.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(timer -> element.equals(timer.getAttachedTo()))
                .flatMap(timer -> timer.getEventDefinitions().stream())
                .map(definition -> HOURS.matcher(definition.getTextContent()))
                .filter(Matcher::find)
                .map(hours -> Integer.valueOf(hours.group(1)))
                .findFirst()
                .orElse(null);
    }

    /** Whether a step is a context gate. */
    public static boolean isGate(BaseElement element) {
        var delegate = element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression");
        return delegate != null
                && DiagramExpression.parse(delegate)
                        .map(DiagramExpression::names)
                        .filter(Set.of("contextGate")::equals)
                        .isPresent();
    }

    /** The extension properties of a process or a node, in their order. */
    public static Map<String, String> properties(BaseElement element) {
        var properties = new LinkedHashMap<String, String>();
        var extensions = element.getExtensionElements();
        if (extensions != null) {
            extensions
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list()
                    .forEach(list -> list.getCamundaProperties().stream()
                            .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                            .forEach(
                                    property -> properties.put(property.getCamundaName(), property.getCamundaValue())));
        }
        return Collections.unmodifiableMap(properties);
    }
}
