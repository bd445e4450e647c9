package dev.baton.deployment;

import dev.baton.camunda.DiagramExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What the conditions of sequence flows say for the values that their variables can have. */
final class Conditions {

    static final String COMPLETE = "contextComplete";

    private static final Pattern QUOTED = Pattern.compile("'([^'\\\\]*+)'|\"([^\"\\\\]*+)\"");
    private static final int MOST_CASES = 4_096;
    private static final Object OTHER = "neither of them";

    private Conditions() {}

    static Optional<DiagramExpression> of(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? Optional.empty()
                : DiagramExpression.parse(flow.getConditionExpression().getTextContent());
    }

    /** The texts that a condition compares with. */
    static Set<Object> literals(DiagramExpression condition) {
        var literals = new LinkedHashSet<Object>();
        QUOTED.matcher(condition.toString())
                .results()
                .map(quoted -> quoted.group(1) == null ? quoted.group(2) : quoted.group(1))
                .forEach(literals::add);
        return literals;
    }

    /** Whether a way is open only where a gate has found the context complete. */
    static boolean lettingPass(SequenceFlow flow) {
        return of(flow).filter(condition -> condition.names().contains(COMPLETE))
                .filter(condition -> {
                    var values = new HashMap<String, Set<Object>>();
                    condition.names().forEach(name -> values.put(name, anything(condition)));
                    values.put(COMPLETE, Set.of(false));
                    var incomplete = cases(values);
                    values.put(COMPLETE, Set.of(true));
                    return incomplete.stream()
                                    .allMatch(one -> condition
                                            .test(one)
                                            .filter(open -> !open)
                                            .isPresent())
                            && cases(values).stream()
                                    .anyMatch(one -> condition.test(one).orElse(false));
                })
                .isPresent();
    }

    private static Set<Object> anything(DiagramExpression condition) {
        var values = literals(condition);
        values.addAll(List.of(true, false, OTHER, DiagramExpression.NOTHING));
        return values;
    }

    /** The first case that no condition covers; empty where every case is covered, or nobody can tell. */
    static Optional<Map<String, Object>> uncovered(
            List<DiagramExpression> conditions, Function<String, Set<Object>> possible) {
        var values = new HashMap<String, Set<Object>>();
        conditions.forEach(condition -> condition.names().forEach(name -> values.computeIfAbsent(name, possible)));
        if (values.values().stream().anyMatch(Set::isEmpty)) {
            return Optional.empty();
        }
        return cases(values).stream()
                .filter(one -> conditions.stream()
                        .map(condition -> condition.test(one))
                        .allMatch(open -> open.isPresent() && !open.get()))
                .findFirst();
    }

    /** Every combination of the values; none where there are too many to try. */
    private static List<Map<String, Object>> cases(Map<String, Set<Object>> values) {
        List<Map<String, Object>> cases = List.of(Map.of());
        for (var variable : values.entrySet()) {
            var more = new ArrayList<Map<String, Object>>();
            for (var one : cases) {
                for (var value : variable.getValue()) {
                    var next = new HashMap<>(one);
                    next.put(variable.getKey(), value);
                    more.add(next);
                }
            }
            if (more.size() > MOST_CASES) {
                return List.of();
            }
            cases = more;
        }
        return cases;
    }
}
