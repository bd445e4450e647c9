package dev.baton.journal;

import dev.baton.shared.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a handoff: when, at which node of the diagram, by whom (none: the engine itself), and what.
 *
 * @param id unique among the events of all handoffs; 0: not written yet
 */
public record Event(
        long id,
        String handoff,
        Instant at,
        @Nullable String node,
        @Nullable String who,
        JournalEvent what) {

    public Event(String handoff, Instant at, @Nullable String node, @Nullable String who, JournalEvent what) {
        this(0, handoff, at, node, who, what);
    }

    /** The same event with less, or more, of what happened. */
    public Event with(JournalEvent other) {
        return new Event(id, handoff, at, node, who, other);
    }

    /** The public name of what happened, as in "gate-judged". */
    public String kind() {
        return what instanceof UnknownEvent unknown ? unknown.kind() : EventType.name(what.getClass());
    }

    /** What happened in the form of the wire: plain JSON values by the names of the record's components. */
    public Map<String, Object> detail() {
        return what instanceof UnknownEvent unknown ? unknown.detail() : Json.map(Json.write(what), Object.class);
    }

    public boolean is(Class<? extends JournalEvent> type) {
        return type.isInstance(what);
    }

    /** What happened, if it is of this kind. */
    public <T extends JournalEvent> Optional<T> as(Class<T> type) {
        return is(type) ? Optional.of(type.cast(what)) : Optional.empty();
    }
}
