package dev.baton.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Neither side sees the other's rating before it has given its own: what was rated in a retrospective cannot be read, by
 * anybody, until both sides have answered. Where one of them never does, it stays sealed.
 */
final class Seal {

    private static final Set<String> SECRET = Set.of("value", "why");
    private static final Set<Object> BOTH_SIDES = Set.of(Rater.SENDER.key(), Rater.RECEIVER.key());

    private Seal() {}

    /** The events as everybody may read them; all of a retrospective's answers must be among them. */
    static List<Event> over(List<Event> events) {
        var answered = answered(events);
        return events.stream()
                .map(event -> event.kind() == EventKind.RATED && !isOpen(event, answered) ? sealed(event) : event)
                .toList();
    }

    /** Retrospective to who has answered in it, with a rating or without. */
    private static Map<Object, Set<Object>> answered(List<Event> events) {
        var answered = new HashMap<Object, Set<Object>>();
        events.stream()
                .filter(event -> event.kind() == EventKind.RATED || event.kind() == EventKind.NOT_RATED)
                .forEach(answer -> answered.computeIfAbsent(retrospective(answer), id -> new HashSet<>())
                        .add(answer.detail().getOrDefault("rater", "")));
        return answered;
    }

    private static boolean isOpen(Event rating, Map<Object, Set<Object>> answered) {
        return answered.getOrDefault(retrospective(rating), Set.of()).containsAll(BOTH_SIDES);
    }

    private static Event sealed(Event rating) {
        Map<String, Object> detail = new LinkedHashMap<>(rating.detail());
        detail.keySet().removeAll(SECRET);
        detail.put("sealed", true);
        return new Event(rating.handoff(), rating.at(), rating.kind(), rating.node(), rating.who(), detail);
    }

    private static Object retrospective(Event answer) {
        return answer.detail().getOrDefault("retrospective", "");
    }
}
