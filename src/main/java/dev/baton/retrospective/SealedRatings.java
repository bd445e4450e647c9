package dev.baton.retrospective;

import dev.baton.journal.Event;
import dev.baton.journal.EventType;
import dev.baton.journal.EventVisibility;
import dev.baton.journal.JournalEvent;
import dev.baton.journal.UnknownEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Neither side sees the other's rating before it has given its own: what was rated in a retrospective cannot be read, by
 * anybody, until both sides have answered. Where one of them never does, it stays sealed.
 */
@Component
public class SealedRatings implements EventVisibility {

    private static final String RATED = EventType.name(Rated.class);

    /** The events as everybody may read them; all of a retrospective's answers must be among them. */
    @Override
    public List<Event> visible(List<Event> events) {
        return events.stream().map(event -> visible(event, events)).toList();
    }

    private static Event visible(Event event, List<Event> events) {
        if (event.what() instanceof Rated rated) {
            return Ratings.of(events, rated.retrospective()).areOfBothSides() ? event : event.with(rated.seal());
        }
        if (event.what() instanceof UnknownEvent unreadable && unreadable.kind().equals(RATED)) {
            return event.with(new UnknownEvent(RATED, Map.of("sealed", true)));
        }
        return event;
    }

    @Override
    public Set<Class<? extends JournalEvent>> judgedTogether() {
        return Set.of(Rated.class, NotRated.class);
    }
}
