package dev.baton.plan;

import dev.baton.plan.Plan.PlannedStage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a handoff's plan.
 *
 * @param plan none while no launch date is agreed
 * @param done stages whose work is done, with the day on which it was
 */
record HandoffPlan(@Nullable Plan plan, Map<String, LocalDate> done) {

    HandoffPlan {
        done = Map.copyOf(done);
    }

    List<PlannedStage> stages() {
        return plan == null ? List.of() : plan.stages();
    }

    /** By when the tasks of each stage are asked for. */
    Map<String, LocalDate> days() {
        return stages().stream().collect(Collectors.toMap(one -> one.stage().key(), PlannedStage::asked));
    }

    /** What is done when work begins on a stage: everything before it; and it and what follows it is to be done again. */
    Map<String, LocalDate> doneAt(String stage, LocalDate today) {
        var before = new HashSet<String>();
        collect(stage, after(), before);
        var behind = after().keySet().stream()
                .filter(other -> {
                    var earlier = new HashSet<String>();
                    collect(other, after(), earlier);
                    return earlier.contains(stage);
                })
                .collect(Collectors.toSet());
        var then = new HashMap<>(done);
        before.forEach(one -> then.putIfAbsent(one, today));
        then.remove(stage);
        then.keySet().removeAll(behind);
        return then;
    }

    /** Whether something else is done when work begins on a stage. */
    boolean changesAt(String stage) {
        return !doneAt(stage, LocalDate.MAX).equals(done);
    }

    /** The stages of which the day has passed and the work is not known to be done. */
    Set<String> passed(LocalDate today) {
        return stages().stream()
                .filter(one -> one.done() == null && one.asked().isBefore(today))
                .map(one -> one.stage().key())
                .collect(Collectors.toSet());
    }

    /** The first day on which work can be late. */
    Optional<LocalDate> lookOn() {
        return stages().stream()
                .filter(one -> one.done() == null)
                .map(one -> one.asked().plusDays(1))
                .min(Comparator.naturalOrder());
    }

    private Map<String, Set<String>> after() {
        var after = new LinkedHashMap<String, Set<String>>();
        stages().forEach(one -> after.put(one.stage().key(), one.stage().after()));
        return after;
    }

    private static void collect(String stage, Map<String, Set<String>> after, Set<String> found) {
        after.getOrDefault(stage, Set.of()).forEach(before -> {
            if (found.add(before)) {
                collect(before, after, found);
            }
        });
    }
}
