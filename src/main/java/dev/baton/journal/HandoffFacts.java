package dev.baton.journal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a handoff besides its packages. The handoff's row is its only home: process variables, forms and
 * task names follow it.
 *
 * @param complexity simple, medium or high
 * @param executionParty internal or external
 * @param campaignType which checklist holds, such as email
 * @param launchDate where the team works
 * @param needBy the day the receiver of a single transfer needs it, where the team works
 * @param contract which contract a single transfer fulfils
 * @param team role key to user id
 * @param raci as it was sent: who is accountable, responsible, consulted and informed
 * @param answers what the start of the model asked besides, as it was sent
 */
public record HandoffFacts(
        String campaign,
        @Nullable String complexity,
        @Nullable String executionParty,
        @Nullable String campaignType,
        @Nullable LocalDate launchDate,
        @Nullable LocalDate needBy,
        @Nullable String contract,
        Map<String, String> team,
        Map<String, Object> raci,
        Map<String, Object> answers) {

    public HandoffFacts {
        team = Map.copyOf(team);
        raci = Collections.unmodifiableMap(new LinkedHashMap<>(raci));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Who answers for the handoff as a whole. */
    public Optional<String> accountable() {
        var named = raci.get("accountable") instanceof List<?> people && people.size() == 1
                ? people.get(0)
                : raci.get("accountable");
        return Optional.ofNullable(named)
                .map(String::valueOf)
                .map(String::strip)
                .filter(person -> !person.isEmpty());
    }
}
