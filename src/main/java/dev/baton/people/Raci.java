package dev.baton.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Responsibilities of a handoff and of each of its deliverables, with exactly one Accountable each. */
public record Raci(@Nullable Duties handoff, Map<String, Duties> deliverables) {

    /** Nothing was agreed. */
    public static final Raci NONE = new Raci(null, Map.of());

    public Raci {
        deliverables = Collections.unmodifiableMap(new LinkedHashMap<>(deliverables));
    }

    /**
     * Reads {@code {"accountable": "maria", "responsible": ["ben"], "consulted": [], "informed": [], "deliverables":
     * {"Blog post": {the same four}}}}. Nothing at all is {@link #NONE}; anything less or more is an {@link InvalidRaci}.
     */
    public static Raci parse(@Nullable JsonNode json) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            return NONE;
        }
        return RaciReader.read(json);
    }

    /** Who answers for the whole handoff. */
    public Optional<String> accountable() {
        return Optional.ofNullable(handoff).map(Duties::accountable);
    }

    /** Who answers for a deliverable; for one that is not listed, who answers for the handoff. */
    public Optional<String> accountable(String deliverable) {
        return Optional.ofNullable(deliverables.get(deliverable))
                .map(Duties::accountable)
                .or(this::accountable);
    }

    /** Who is heard about the handoff or one of its deliverables, each once. */
    public List<String> consulted() {
        return Stream.concat(Stream.ofNullable(handoff), deliverables.values().stream())
                .flatMap(duties -> duties.consulted().stream())
                .distinct()
                .toList();
    }

    /** Whom each field names, in order: "consulted", "deliverables.Blog post.accountable". */
    public Map<String, List<String>> people() {
        var people = new LinkedHashMap<String, List<String>>();
        if (handoff != null) {
            handoff.addTo(people, "");
        }
        deliverables.forEach((name, duties) -> duties.addTo(people, "deliverables." + name + "."));
        return people;
    }
}
