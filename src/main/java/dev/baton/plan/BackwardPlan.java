package dev.baton.plan;

import dev.baton.plan.Plan.PlannedStage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Two passes over the stages: forward from today, when each can begin; backward from the launch, when each has to. Stages
 * that do not wait for each other run side by side.
 *
 * @param today the first day on which anybody can begin
 * @param stages in an order in which they can be done
 * @param days when the team works, which reviews, approvals and buffers go by
 * @param away for roles of people who are away, the days on which they work all the same
 * @param done stages whose work is done, with the day on which it was
 */
record BackwardPlan(
        LocalDate today,
        List<Stage> stages,
        NumberedDays days,
        Map<String, NumberedDays> away,
        Map<String, LocalDate> done) {

    /**
     * Plans for stages in any order.
     *
     * @param absences role to the days on which whoever has it is away
     * @throws IllegalArgumentException where a stage waits for itself, or for one that is not there
     */
    static BackwardPlan from(
            LocalDate today,
            List<Stage> stages,
            WorkingDays days,
            Map<String, WorkingDays> absences,
            Map<String, LocalDate> done) {
        var away = new HashMap<String, NumberedDays>();
        absences.forEach((role, absent) -> away.put(role, new NumberedDays(days.without(absent), today)));
        return new BackwardPlan(today, ordered(stages), new NumberedDays(days, today), away, done);
    }

    private static List<Stage> ordered(List<Stage> stages) {
        var left = new LinkedHashMap<String, Stage>();
        stages.forEach(stage -> left.put(stage.key(), stage));
        var ordered = new ArrayList<Stage>();
        var done = new HashSet<String>();
        while (!left.isEmpty()) {
            var ready = left.values().stream()
                    .filter(stage -> done.containsAll(stage.after()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("These stages wait for each other, or for one that is not there: %s."
                        .formatted(String.join(", ", left.keySet())));
            }
            ready.forEach(stage -> {
                ordered.add(stage);
                done.add(stage.key());
                left.remove(stage.key());
            });
        }
        return List.copyOf(ordered);
    }

    Plan to(LocalDate launch) {
        var earliest = earliest();
        var latest = latest(launch);
        var planned = stages.stream()
                .map(stage -> planned(stage, earliest, of(latest, stage.key())))
                .toList();
        var critical = critical(earliest);
        var feasible = critical.isEmpty() || !earliest.launch().isAfter(launch);
        return new Plan(
                launch,
                feasible,
                earliest.launch(),
                planned,
                feasible ? null : critical.get(0).key(),
                feasible ? List.of() : new Remedies(this, launch, critical).three());
    }

    LocalDate earliestLaunch() {
        return earliest().launch();
    }

    /** The same with other stages; order and names stay. */
    BackwardPlan with(UnaryOperator<Stage> change) {
        return new BackwardPlan(today, stages.stream().map(change).toList(), days, away, done);
    }

    /** The same with somebody for a role who is never away. */
    BackwardPlan withoutAbsences(String role) {
        var others = new HashMap<>(away);
        others.remove(role);
        return new BackwardPlan(today, stages, days, others, done);
    }

    /**
     * How it goes when everybody begins as early as they can.
     *
     * @param worked stage to the last day of its work
     * @param free stage to the day on which those behind it can begin
     * @param critical the chain of stages that decides when everything is done, the last first
     */
    private record Earliest(
            Map<String, LocalDate> starts,
            Map<String, LocalDate> worked,
            Map<String, LocalDate> free,
            LocalDate launch,
            List<String> critical) {}

    private record Latest(LocalDate start, LocalDate due, LocalDate neededBy) {}

    private Earliest earliest() {
        var starts = new HashMap<String, LocalDate>();
        var lastDays = new HashMap<String, LocalDate>();
        var free = new HashMap<String, LocalDate>();
        var waitedFor = new HashMap<String, String>();
        for (var stage : stages) {
            var last = lastOf(stage.after(), free);
            last.ifPresent(before -> waitedFor.put(stage.key(), before));
            var own = daysOf(stage);
            var start = own.last(later(last.map(before -> of(free, before)).orElse(today), today), 1);
            var isDone = done.containsKey(stage.key());
            var worked = isDone ? of(done, stage.key()) : own.last(start, stage.work());
            var others = stage.checking() + (isDone ? 0 : stage.buffer());
            starts.put(stage.key(), isDone ? worked : start);
            lastDays.put(stage.key(), worked);
            free.put(stage.key(), days.last(worked.plusDays(1), others).plusDays(1));
        }
        var critical = new ArrayList<String>();
        for (var at = lastOf(free.keySet(), free); at.isPresent(); at = Optional.ofNullable(waitedFor.get(at.get()))) {
            critical.add(at.get());
        }
        return new Earliest(starts, lastDays, free, critical.isEmpty() ? today : of(free, critical.get(0)), critical);
    }

    private static Optional<String> lastOf(Collection<String> keys, Map<String, LocalDate> free) {
        return keys.stream()
                .max(Comparator.<String, LocalDate>comparing(key -> of(free, key))
                        .thenComparing(key -> key));
    }

    private Map<String, Latest> latest(LocalDate launch) {
        var latest = new HashMap<String, Latest>();
        var needed = new HashMap<String, LocalDate>();
        for (var i = stages.size() - 1; i >= 0; i--) {
            var stage = stages.get(i);
            var neededBy = needed.getOrDefault(stage.key(), launch);
            var own = daysOf(stage);
            var checked = days.first(neededBy.minusDays(1), stage.checking() + stage.buffer());
            var due = own.first(checked.minusDays(1), 1);
            var start = own.first(due, stage.work());
            latest.put(stage.key(), new Latest(start, due, neededBy));
            stage.after()
                    .forEach(before -> needed.merge(before, start, (one, other) -> one.isBefore(other) ? one : other));
        }
        return latest;
    }

    private NumberedDays daysOf(Stage stage) {
        return away.getOrDefault(stage.role(), days);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private PlannedStage planned(Stage stage, Earliest earliest, Latest latest) {
        var earliestStart = of(earliest.starts(), stage.key());
        return new PlannedStage(
                stage,
                earliestStart,
                of(earliest.worked(), stage.key()),
                latest.start(),
                latest.due(),
                latest.neededBy(),
                days.between(earliestStart, latest.start()),
                done.get(stage.key()));
    }

    /** The stages that decide and are still to be done, those that take most working days first, absences included. */
    private List<Stage> critical(Earliest earliest) {
        ToIntFunction<Stage> cost =
                stage -> days.between(of(earliest.starts(), stage.key()), of(earliest.free(), stage.key()));
        return stages.stream()
                .filter(stage -> earliest.critical().contains(stage.key()) && !done.containsKey(stage.key()))
                .sorted(Comparator.comparingInt(cost).reversed())
                .toList();
    }

    private static <T> T of(Map<String, T> all, String stage) {
        return Objects.requireNonNull(all.get(stage));
    }
}
