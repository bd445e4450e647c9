package dev.baton.journal;

import dev.baton.shared.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a handoff: when, at which node of the diagram, by whom (none: the engine itself), and what. */
public record Event(
        String handoff,
        Instant at,
        @Nullable String node,
        @Nullable String who,
        JournalEvent what) {

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
