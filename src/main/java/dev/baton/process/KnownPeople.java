package dev.baton.process;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.PeopleChanges;
import dev.baton.people.Role;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.springframework.stereotype.Component;

/** Tells who has an account, and with which role. */
@Component
public class KnownPeople {

    /** More people than these are no list that somebody picks from. */
    public static final int MOST_LISTED = 1000;

    private static final int LONGEST_NAME = 80;

    /** Somebody with an account. */
    public record Named(String id, String name) {

        private static Named of(User user) {
            var name = Stream.of(user.getFirstName(), user.getLastName())
                    .filter(part -> part != null && !part.isBlank())
                    .map(String::strip)
                    .collect(Collectors.joining(" "));
            return new Named(
                    user.getId(), name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name);
        }

        /** As in "Ben Okafor (ben)". */
        public String inWords() {
            return name.isEmpty() ? id : "%s (%s)".formatted(name, id);
        }
    }

    private final IdentityService identity;
    private final PeopleChanges changes;
    private final AsEngine asEngine;
    private final CachedValue<Optional<List<Named>>> everybody;
    private final Map<Role, CachedValue<Optional<List<Named>>>> withRole = new ConcurrentHashMap<>();

    KnownPeople(IdentityService identity, PeopleChanges changes, AsEngine asEngine) {
        this.identity = identity;
        this.changes = changes;
        this.asEngine = asEngine;
        this.everybody = changes.newest(() -> list(identity.createUserQuery()));
    }

    /** Whether somebody with these groups carries handoffs inside the company, where people know each other, or administers. */
    public static boolean workInside(Collection<String> groups) {
        return groups.contains(Groups.CAMUNDA_ADMIN) || Role.worksInside(groups);
    }

    /** Everybody by name; empty where they are more than {@link #MOST_LISTED}. Read at most once a second. */
    public Optional<List<Named>> everybody() {
        return everybody.get();
    }

    /** The people of a role by name; empty where they are more than {@link #MOST_LISTED}. Read at most once a second. */
    public Optional<List<Named>> of(Role role) {
        return withRole.computeIfAbsent(role, any -> changes.newest(() -> list(query(role))))
                .get();
    }

    /** Whether somebody has an account. */
    public boolean include(String person) {
        return asEngine.call(() -> identity.createUserQuery().userId(person).count() > 0);
    }

    public boolean include(String person, Role role) {
        return asEngine.call(() -> query(role).userId(person).count() > 0);
    }

    public boolean worksInside(String person) {
        return workInside(groups(person));
    }

    /** Whether somebody is in operations or administers, to whom every task can go at last. */
    public boolean standsInForAll(String person) {
        var groups = groups(person);
        return groups.contains(Role.OPERATIONS.key()) || groups.contains(Groups.CAMUNDA_ADMIN);
    }

    private Set<String> groups(String person) {
        return asEngine
                .call(() -> identity.createGroupQuery().groupMember(person).unlimitedList())
                .stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private UserQuery query(Role role) {
        return identity.createUserQuery().memberOfGroup(role.key());
    }

    /** One list serves whoever asks: whom it is shown to is decided elsewhere. */
    private Optional<List<Named>> list(UserQuery query) {
        var users = asEngine.call(() -> query.listPage(0, MOST_LISTED + 1));
        if (users.size() > MOST_LISTED) {
            return Optional.empty();
        }
        var byName = Collator.getInstance(Locale.ROOT);
        byName.setStrength(Collator.SECONDARY);
        return Optional.of(users.stream()
                .map(Named::of)
                .sorted(Comparator.comparing(Named::inWords, byName).thenComparing(Named::id))
                .toList());
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
                unknown.put(field, unknown(person));
            }
        });
        return unknown;
    }

    public static String unknown(String person) {
        return "Nobody here has the user id \"%s\": name a person with an account.".formatted(person);
    }
}
