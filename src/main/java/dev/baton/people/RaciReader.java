package dev.baton.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a {@link Raci}; {@code subject} is what a sentence calls the thing, {@code field} its path. */
record RaciReader(String subject, String field) {

    private static final Pattern BETWEEN = Pattern.compile("[,;\n]");
    private static final String ACCOUNTABLE = "accountable";
    private static final String DELIVERABLES = "deliverables";
    private static final List<String> DUTIES = List.of(ACCOUNTABLE, "responsible", "consulted", "informed");
    private static final List<String> HANDOFF =
            List.of(ACCOUNTABLE, "responsible", "consulted", "informed", DELIVERABLES);

    static Raci read(JsonNode json) {
        var handoff = new RaciReader("The handoff", "raci").duties(json, HANDOFF);
        return new Raci(handoff, deliverables(json.get(DELIVERABLES)));
    }

    private static Map<String, Duties> deliverables(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return Map.of();
        }
        var field = "raci." + DELIVERABLES;
        if (!json.isObject()) {
            throw new InvalidRaci(field, "The deliverables must map each deliverable's name to its responsibilities.");
        }
        var deliverables = new LinkedHashMap<String, Duties>();
        json.properties().forEach(entry -> {
            var name = entry.getKey();
            var reader = new RaciReader("The deliverable '" + name + "'", field + "." + name);
            deliverables.put(name, reader.duties(entry.getValue(), DUTIES));
        });
        return deliverables;
    }

    private Duties duties(JsonNode json, List<String> known) {
        if (!json.isObject()) {
            throw new InvalidRaci(field, subject + " needs its responsibilities as " + String.join(", ", known) + ".");
        }
        json.fieldNames().forEachRemaining(duty -> refuseUnknown(duty, known));
        return new Duties(
                oneAccountable(json),
                List.copyOf(people(json, "responsible")),
                List.copyOf(people(json, "consulted")),
                List.copyOf(people(json, "informed")));
    }

    private void refuseUnknown(String duty, List<String> known) {
        if (!known.contains(duty)) {
            throw new InvalidRaci(
                    field + "." + duty,
                    subject + " has an unknown responsibility '" + duty + "'. Use " + String.join(", ", known) + ".");
        }
    }

    private String oneAccountable(JsonNode json) {
        var people = people(json, ACCOUNTABLE);
        if (people.isEmpty()) {
            throw new InvalidRaci(
                    field + "." + ACCOUNTABLE, subject + " names nobody as accountable. Name exactly one person.");
        }
        if (people.size() > 1) {
            throw new InvalidRaci(
                    field + "." + ACCOUNTABLE,
                    subject + " names " + String.join(" and ", people)
                            + " as accountable. Exactly one person can be: keep one, make the others responsible.");
        }
        return people.iterator().next();
    }

    /** A list, or a text with one person or several separated by commas or lines; null and blank name nobody. */
    private Set<String> people(JsonNode json, String duty) {
        var value = json.path(duty);
        var people = new LinkedHashSet<String>();
        var values = value.isArray() ? value : List.of(value);
        for (var person : values) {
            if (!person.isTextual() && !person.isNull() && !person.isMissingNode()) {
                throw new InvalidRaci(
                        field + "." + duty,
                        subject + " must name its " + duty + " people by user id as text, not " + person + ".");
            }
            Stream.of(BETWEEN.split(person.asText(""), -1)).map(String::strip).forEach(people::add);
        }
        people.remove("");
        return people;
    }
}
