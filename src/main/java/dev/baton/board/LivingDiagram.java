package dev.baton.board;

import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.handoff.Rights;
import dev.baton.journal.Handoff;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Diagrams;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The deployed diagrams as pictures: of a handoff with what was passed, where it stands, who holds it and the time left; of
 * a model with how long its steps take.
 */
@Component
public class LivingDiagram {

    /** A handoff that has come by more steps is shown with the latest ones. */
    private static final int MOST_STEPS = 5_000;

    private static final String BODY_OF_MANY = "#multiInstanceBody";

    private final HistoryService history;
    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final OpenTasks tasks;
    private final KnownPeople people;
    private final Rights rights;
    private final JournalWriter clock;
    private final AsEngine asEngine;

    LivingDiagram(
            HistoryService history,
            RepositoryService repository,
            Diagrams diagrams,
            OpenTasks tasks,
            KnownPeople people,
            Rights rights,
            JournalWriter clock,
            AsEngine asEngine) {
        this.history = history;
        this.repository = repository;
        this.diagrams = diagrams;
        this.tasks = tasks;
        this.people = people;
        this.rights = rights;
        this.clock = clock;
        this.asEngine = asEngine;
    }

    /** The diagram that a handoff goes by, as SVG; none once the engine has forgotten the handoff. */
    public Optional<String> of(Handoff handoff) {
        var seesPeople = rights.person().worksInside();
        return asEngine.call(() -> instance(handoff.processInstanceId())
                .map(instance -> draw(instance.getProcessDefinitionId(), marks(handoff, seesPeople))));
    }

    /** The newest diagram of a model, or of a part of one, as SVG, the warmer the longer a step takes; none of others. */
    public Optional<String> of(String model) {
        return asEngine.call(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .withoutTenantId()
                        .processDefinitionKey(model)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getId)
                .filter(definition -> diagrams.part(definition).isOfHandoff())
                .map(definition -> draw(definition, heat(definition))));
    }

    private String draw(String definition, Map<String, Mark> marks) {
        return DiagramDrawing.svg(repository.getBpmnModelInstance(definition), marks);
    }

    private Optional<HistoricProcessInstance> instance(String id) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult());
    }

    private static String node(HistoricActivityInstance step) {
        return step.getActivityId().replace(BODY_OF_MANY, "");
    }

    // A handoff

    private Map<String, Mark> marks(Handoff handoff, boolean seesPeople) {
        var steps = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(handoff.processInstanceId())
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, MOST_STEPS)
                .stream()
                .collect(Collectors.groupingBy(LivingDiagram::node));
        var open = open(handoff, steps);
        var marks = new HashMap<String, Mark>();
        steps.forEach((node, visits) -> marks.put(
                node,
                visits.stream().anyMatch(visit -> visit.getEndTime() == null)
                        ? here(open.getOrDefault(node, List.of()), seesPeople)
                        : new Mark(Mark.State.PASSED, null, passed(visits), 0)));
        return marks;
    }

    /** The open tasks by the node of the handoff's own diagram at which they are asked, in called diagrams too. */
    private Map<String, List<OpenTask>> open(Handoff handoff, Map<String, List<HistoricActivityInstance>> steps) {
        var called = new HashMap<String, String>();
        steps.forEach((node, visits) -> visits.stream()
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .filter(Objects::nonNull)
                .forEach(instance -> called.put(instance, node)));
        var callers = new HashMap<String, String>();
        history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(handoff.id())
                .unfinished()
                .list()
                .stream()
                .filter(instance -> instance.getSuperProcessInstanceId() != null)
                .forEach(instance -> callers.put(instance.getId(), instance.getSuperProcessInstanceId()));
        var open = new HashMap<String, List<OpenTask>>();
        for (var task : tasks.of(handoff.id())) {
            var at = task.node();
            for (var instance = task.instance();
                    !instance.equals(handoff.processInstanceId());
                    instance = callers.getOrDefault(instance, handoff.processInstanceId())) {
                at = called.getOrDefault(instance, "");
            }
            open.computeIfAbsent(at, first -> new ArrayList<>()).add(task);
        }
        return open;
    }

    private Mark here(List<OpenTask> open, boolean seesPeople) {
        var now = clock.now();
        var next = open.stream()
                .filter(task -> task.due() != null)
                .min(Comparator.comparing(task -> Objects.requireNonNull(task.due())));
        var isLate = next.map(OpenTask::due).filter(now::isAfter).isPresent();
        return new Mark(
                isLate ? Mark.State.LATE : Mark.State.HERE,
                seesPeople ? holders(open) : null,
                seesPeople && !open.isEmpty()
                        ? open.stream().map(this::inWords).collect(Collectors.joining("; "))
                        : null,
                0);
    }

    private @Nullable String holders(List<OpenTask> open) {
        var holders = open.stream().map(this::holder).distinct().toList();
        return switch (holders.size()) {
            case 0 -> null;
            case 1 -> holders.get(0);
            default -> "%s and %d more".formatted(holders.get(0), holders.size() - 1);
        };
    }

    private String holder(OpenTask task) {
        return task.assignee() == null
                ? task.groups().stream().map(Role::inWords).collect(Collectors.joining(", "))
                : people.inWords(task.assignee());
    }

    private String inWords(OpenTask task) {
        var due = task.due();
        if (due == null) {
            return "%s: %s".formatted(task.name(), holder(task));
        }
        var left = Duration.between(clock.now(), due);
        return "%s: %s, %s %s"
                .formatted(task.name(), holder(task), InWords.of(left.abs()), left.isNegative() ? "late" : "left");
    }

    private static String passed(List<HistoricActivityInstance> visits) {
        var spent = InWords.of(Duration.ofMillis(visits.stream()
                .mapToLong(visit -> Objects.requireNonNullElse(visit.getDurationInMillis(), 0L))
                .sum()));
        return visits.size() == 1 ? "Passed in " + spent : "Passed %d times in %s".formatted(visits.size(), spent);
    }

    // A model

    private Map<String, Mark> heat(String definition) {
        return heat(history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definition)
                .finished()
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, MOST_STEPS)
                .stream()
                .filter(step -> step.getDurationInMillis() != null)
                .collect(Collectors.groupingBy(
                        LivingDiagram::node,
                        Collectors.mapping(HistoricActivityInstance::getDurationInMillis, Collectors.toList()))));
    }

    /** By the median of each node's times, in milliseconds: the longest is the warmest. */
    static Map<String, Mark> heat(Map<String, List<Long>> times) {
        var medians = new HashMap<String, Long>();
        var marks = new HashMap<String, Mark>();
        times.forEach((node, each) ->
                medians.put(node, each.stream().sorted().toList().get((each.size() - 1) / 2)));
        var longest = Math.max(
                1, medians.values().stream().mapToLong(Long::longValue).max().orElse(1));
        times.forEach((node, each) -> {
            var median = Objects.requireNonNull(medians.get(node));
            var words = "Usually %s (median of %d)".formatted(InWords.of(Duration.ofMillis(median)), each.size());
            marks.put(node, new Mark(null, null, words, (double) median / longest));
        });
        return marks;
    }
}
