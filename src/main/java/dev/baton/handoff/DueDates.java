package dev.baton.handoff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.calendar.BusinessCalendar;
import dev.baton.contract.Milestones;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.PackageListener;
import dev.baton.packages.PackageVersion;
import dev.baton.process.Diagrams;
import dev.baton.process.Due;
import dev.baton.process.Facts;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When work is due: at the end of the day that its task names, or by which the plan asks for its stage, whichever is earlier,
 * where the team works. Open tasks follow when that day changes; what somebody has moved by hand stays.
 */
@Component
@Order(NodeListener.KEEP)
public class DueDates implements NodeListener, PackageListener {

    private final Journal journal;
    private final ContextStore context;
    private final TaskService tasks;
    private final Diagrams diagrams;
    private final BusinessCalendar calendar;
    private final StagePlan plan;
    private final Branches branches;

    DueDates(
            Journal journal,
            ContextStore context,
            TaskService tasks,
            Diagrams diagrams,
            BusinessCalendar calendar,
            StagePlan plan,
            Branches branches) {
        this.journal = journal;
        this.context = context;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.calendar = calendar;
        this.plan = plan;
        this.branches = branches;
    }

    /** The days that a handoff's work goes by at a moment. */
    private record Days(HandoffFacts facts, ObjectNode executionBrief, Map<String, LocalDate> stages) {

        private Days with(ObjectNode otherBrief) {
            return new Days(facts, otherBrief, stages);
        }
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        if (node.due().isPresent() || plannedStage(node).isPresent()) {
            var handoff = Facts.handoff(task.getExecution());
            journal.facts(handoff)
                    .flatMap(facts -> moment(node, days(handoff, facts), task.getCreateTime()))
                    .ifPresent(task::setDueDate);
        }
    }

    private Days days(String handoff, HandoffFacts facts) {
        return days(handoff, facts, plan.days(Branches.trunk(facts).orElse(handoff)));
    }

    private Days days(String handoff, HandoffFacts facts, Map<String, LocalDate> stages) {
        var brief = context.latest(handoff, Milestones.packageName())
                .map(PackageVersion::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return new Days(facts, brief, stages);
    }

    /** Moves the open tasks of a handoff that went by these facts and days of stages to those it goes by now. */
    void follow(String handoff, HandoffFacts before, Map<String, LocalDate> stages) {
        follow(
                handoff,
                days(handoff, before, stages),
                days(handoff, journal.facts(handoff).orElseThrow()));
    }

    /** The same for its branches too, where only the plan has changed. */
    public void followPlan(String handoff, Map<String, LocalDate> before) {
        Stream.concat(Stream.of(handoff), branches.of(handoff).stream())
                .forEach(one -> follow(one, journal.facts(one).orElseThrow(), before));
    }

    /** The stages of which tasks are open in a handoff and its branches. */
    public Set<String> openStages(String handoff) {
        return Stream.concat(Stream.of(handoff), branches.of(handoff).stream())
                .flatMap(this::openTasks)
                .flatMap(task -> plannedStage(diagrams.node(task)).stream())
                .collect(Collectors.toSet());
    }

    private Stream<Task> openTasks(String handoff) {
        return tasks.createTaskQuery().processInstanceBusinessKey(handoff).unlimitedList().stream()
                .filter(task -> !diagrams.isForeign(task.getProcessDefinitionId()));
    }

    @Override
    public void changed(@Nullable PackageVersion before, PackageVersion after) {
        if (!after.name().equals(Milestones.packageName())) {
            return;
        }
        var was = before == null ? JsonNodeFactory.instance.objectNode() : before.document();
        var now = days(after.handoff(), journal.facts(after.handoff()).orElseThrow())
                .with(after.document());
        follow(after.handoff(), now.with(was), now);
    }

    private void follow(String handoff, Days before, Days now) {
        openTasks(handoff).forEach(task -> move(task, diagrams.node(task), before, now));
    }

    private void move(Task task, Node node, Days before, Days now) {
        if (node.due().isEmpty() && plannedStage(node).isEmpty()) {
            return;
        }
        var was = moment(node, before, task.getCreateTime()).orElse(null);
        var then = moment(node, now, task.getCreateTime()).orElse(null);
        var isMovedByHand = task.getDueDate() != null && !same(task.getDueDate(), was);
        if (!isMovedByHand && !same(task.getDueDate(), then)) {
            tasks.setDueDate(task.getId(), then);
        }
    }

    private Optional<Date> moment(Node node, Days days, Date opened) {
        var named = node.due()
                .map(due -> day(due, days.facts(), days.executionBrief(), calendar.dayOf(opened.toInstant())));
        var planned = plannedStage(node).map(days.stages()::get);
        return Stream.of(named, planned)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(calendar::endOf)
                .map(Date::from);
    }

    /** A task with a timer of its own is due when that is over, whatever the plan says. */
    private static Optional<String> plannedStage(Node node) {
        return node.hours().isPresent() ? Optional.empty() : node.stage();
    }

    private static @Nullable LocalDate day(Due due, HandoffFacts facts, ObjectNode executionBrief, LocalDate opened) {
        var launch = facts.launchDate();
        return switch (due) {
            case LAUNCH_DATE -> launch;
            case MILESTONE -> Milestones.next(executionBrief, opened, launch).orElse(launch);
            case NEED_BY -> facts.needBy() != null ? facts.needBy() : day(Due.MILESTONE, facts, executionBrief, opened);
        };
    }

    /** Dates that come from the database are timestamps, which equal no other date. */
    private static boolean same(@Nullable Date one, @Nullable Date other) {
        return instant(one).equals(instant(other));
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
