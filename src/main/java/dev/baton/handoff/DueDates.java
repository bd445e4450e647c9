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
import java.util.Date;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When work is due: at the end of the day that its task names, where the team works. Open tasks follow when that day
 * changes; what somebody has moved by hand stays.
 */
@Component
@Order(NodeListener.KEEP)
class DueDates implements NodeListener, PackageListener {

    private final Journal journal;
    private final ContextStore context;
    private final TaskService tasks;
    private final Diagrams diagrams;
    private final BusinessCalendar calendar;

    DueDates(Journal journal, ContextStore context, TaskService tasks, Diagrams diagrams, BusinessCalendar calendar) {
        this.journal = journal;
        this.context = context;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.calendar = calendar;
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        var handoff = Facts.handoff(task.getExecution());
        node.due()
                .flatMap(due -> journal.facts(handoff)
                        .flatMap(facts -> moment(due, facts, milestones(handoff), task.getCreateTime())))
                .ifPresent(task::setDueDate);
    }

    void follow(String handoff, HandoffFacts before, HandoffFacts after) {
        var brief = milestones(handoff);
        follow(
                handoff,
                (due, opened) -> moment(due, before, brief, opened),
                (due, opened) -> moment(due, after, brief, opened));
    }

    @Override
    public void changed(@Nullable PackageVersion before, PackageVersion after) {
        if (!after.name().equals(Milestones.packageName())) {
            return;
        }
        var facts = journal.facts(after.handoff()).orElseThrow();
        var was = before == null ? JsonNodeFactory.instance.objectNode() : before.document();
        follow(
                after.handoff(),
                (due, opened) -> moment(due, facts, was, opened),
                (due, opened) -> moment(due, facts, after.document(), opened));
    }

    private void follow(
            String handoff, BiFunction<Due, Date, Optional<Date>> before, BiFunction<Due, Date, Optional<Date>> after) {
        tasks.createTaskQuery().processInstanceBusinessKey(handoff).unlimitedList().stream()
                .filter(task -> !diagrams.isForeign(task.getProcessDefinitionId()))
                .forEach(task -> diagrams.node(task)
                        .due()
                        .ifPresent(due -> move(
                                task,
                                before.apply(due, task.getCreateTime()).orElse(null),
                                after.apply(due, task.getCreateTime()).orElse(null))));
    }

    private void move(Task task, @Nullable Date was, @Nullable Date now) {
        var isMovedByHand = task.getDueDate() != null && !same(task.getDueDate(), was);
        if (!isMovedByHand && !same(task.getDueDate(), now)) {
            tasks.setDueDate(task.getId(), now);
        }
    }

    private Optional<Date> moment(Due due, HandoffFacts facts, ObjectNode executionBrief, Date opened) {
        return Optional.ofNullable(day(due, facts, executionBrief, calendar.dayOf(opened.toInstant())))
                .map(calendar::endOf)
                .map(Date::from);
    }

    private static @Nullable LocalDate day(Due due, HandoffFacts facts, ObjectNode executionBrief, LocalDate opened) {
        var launch = facts.launchDate();
        return switch (due) {
            case LAUNCH_DATE -> launch;
            case MILESTONE -> Milestones.next(executionBrief, opened, launch).orElse(launch);
            case NEED_BY -> facts.needBy() != null ? facts.needBy() : day(Due.MILESTONE, facts, executionBrief, opened);
        };
    }

    private ObjectNode milestones(String handoff) {
        return context.latest(handoff, Milestones.packageName())
                .map(PackageVersion::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Dates that come from the database are timestamps, which equal no other date. */
    private static boolean same(@Nullable Date one, @Nullable Date other) {
        return instant(one).equals(instant(other));
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
