package dev.baton.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who holds which role in one handoff: role to user id. A role without a person is its group's. */
public record Team(Map<Role, String> members) {

    /** Nobody is named: every task goes to its role's group. */
    public static final Team NOBODY = new Team(Map.of());

    public Team {
        var ordered = new EnumMap<Role, String>(Role.class);
        ordered.putAll(members);
        members = Collections.unmodifiableMap(ordered);
    }

    /** Reads {@code {"execution-owner": "maria"}}; nothing, null and blank persons name nobody. */
    public static Team parse(@Nullable JsonNode json) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            return NOBODY;
        }
        if (!json.isObject()) {
            throw new InvalidTeam("team", "A team must map roles to people, as in {\"strategist\": \"maria\"}.");
        }
        var members = new EnumMap<Role, String>(Role.class);
        json.properties()
                .forEach(entry -> person(entry.getKey(), entry.getValue())
                        .ifPresent(person -> add(members, entry.getKey(), person)));
        return new Team(members);
    }

    private static Optional<String> person(String role, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new InvalidTeam(
                    "team." + role,
                    "The team's '" + role + "' must be one person's user id as text, not " + value + ".");
        }
        return Optional.of(value.textValue().strip()).filter(person -> !person.isEmpty());
    }

    private static void add(Map<Role, String> members, String key, String person) {
        var other = members.put(role(key), person);
        if (other != null && !other.equals(person)) {
            throw new InvalidTeam(
                    "team." + key,
                    "The team names both " + other + " and " + person + " as "
                            + role(key).key() + ". Name one person.");
        }
    }

    private static Role role(String key) {
        try {
            return Role.of(key);
        } catch (UnknownRole e) {
            throw new InvalidTeam("team." + key, e);
        }
    }

    public Optional<String> person(Role role) {
        return Optional.ofNullable(members.get(role));
    }

    /** Role key to user id, in the order of the roles. */
    public Map<String, String> byKey() {
        var keys = new LinkedHashMap<String, String>();
        members.forEach((role, person) -> keys.put(role.key(), person));
        return keys;
    }
}
