package dev.baton.journal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Neither side sees the other's rating before it has given its own: what was rated in a retrospective cannot be read, by
 * anybody, until both sides have answered. Where one of them never does, it stays sealed.
 */
final class Seal {

    private static final Set<Rater> BOTH_SIDES = EnumSet.of(Rater.SENDER, Rater.RECEIVER);
    private static final String RATED = EventType.name(Rated.class);

    private Seal() {}

    /** The events as everybody may read them; all of a retrospective's answers must be among them. */
    static List<Event> over(List<Event> events) {
        var answered = answered(events);
        return events.stream().map(event -> over(event, answered)).toList();
    }

    private static Event over(Event event, Map<String, Set<Rater>> answered) {
        if (event.what() instanceof Rated rated) {
            return answered.getOrDefault(rated.retrospective(), Set.of()).containsAll(BOTH_SIDES)
                    ? event
                    : with(event, rated.seal());
        }
        if (event.what() instanceof UnknownEvent unreadable && unreadable.kind().equals(RATED)) {
            return with(event, new UnknownEvent(RATED, Map.of("sealed", true)));
        }
        return event;
    }

    /** Retrospective to who has answered in it, with a rating or without. */
    private static Map<String, Set<Rater>> answered(List<Event> events) {
        var answered = new HashMap<String, Set<Rater>>();
        for (var event : events) {
            if (event.what() instanceof Rated rated) {
                add(answered, rated.retrospective(), rated.rater());
            } else if (event.what() instanceof NotRated notRated) {
                add(answered, notRated.retrospective(), notRated.rater());
            }
        }
        return answered;
    }

    private static void add(Map<String, Set<Rater>> answered, String retrospective, Rater rater) {
        answered.computeIfAbsent(retrospective, id -> EnumSet.noneOf(Rater.class))
                .add(rater);
    }

    private static Event with(Event event, JournalEvent what) {
        return new Event(event.handoff(), event.at(), event.node(), event.who(), what);
    }
}
