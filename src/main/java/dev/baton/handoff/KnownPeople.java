package dev.baton.handoff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Tells who of the people that somebody named has an account. */
@Component
public class KnownPeople {

    private final IdentityService identity;

    KnownPeople(IdentityService identity) {
        this.identity = identity;
    }

    /** The fields that name somebody without an account, each with what to do about it. */
    public Map<String, String> unknownAmong(Map<String, String> namedByField) {
        if (namedByField.isEmpty()) {
            return Map.of();
        }
        var known = identity
                .createUserQuery()
                .userIdIn(namedByField.values().stream().distinct().toArray(String[]::new))
                .unlimitedList()
                .stream()
                .map(User::getId)
                .collect(Collectors.toSet());
        var unknown = new LinkedHashMap<String, String>();
        namedByField.forEach((field, person) -> {
            if (!known.contains(person)) {
                unknown.put(
                        field, "Nobody here has the user id \"%s\": name a person with an account.".formatted(person));
            }
        });
        return unknown;
    }
}
