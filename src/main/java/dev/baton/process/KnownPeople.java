package dev.baton.process;

import dev.baton.camunda.CachedValue;
import dev.baton.camunda.PeopleChanges;
import dev.baton.people.Role;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
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

    /**
     * Whom a handoff may name for a role, by name: those who have it, and a partner where it executes; empty where they are
     * more than {@link #MOST_LISTED}. Read at most once a second.
     */
    public Optional<List<Named>> candidates(Role role) {
        var own = of(role);
        return role.executes()
                ? own.flatMap(some -> of(Role.PARTNER)
                        .map(partners -> Stream.of(some, partners)
                                .flatMap(List::stream)
                                .distinct()
                                .toList()))
                : own;
    }

    /** Whether somebody has the role besides these. */
    public boolean hasOther(Role role, Collection<String> people) {
        return of(role).map(all -> all.stream().anyMatch(known -> !people.contains(known.id())))
                .orElse(true);
    }

    /** Whoever got the role on another node a moment ago is not in the list yet. */
    public boolean isCandidate(String person, Role role) {
        return candidates(role).stream()
                        .flatMap(List::stream)
                        .anyMatch(known -> known.id().equals(person))
                || include(person, role)
                || (role.executes() && include(person, Role.PARTNER));
    }

    private Optional<List<Named>> of(Role role) {
        return withRole.computeIfAbsent(role, any -> changes.newest(() -> list(query(role))))
                .get();
    }

    /** Somebody's name with the user id, as in "Ben Okafor (ben)"; the id alone where there is no such account any more. */
    public String inWords(String person) {
        return everybody().stream()
                .flatMap(List::stream)
                .filter(known -> known.id().equals(person))
                .map(Named::inWords)
                .findFirst()
                .orElse(person);
    }

    /** Whether somebody has an account. */
    public boolean include(String person) {
        return asEngine.call(() -> identity.createUserQuery().userId(person).count() > 0);
    }

    public boolean include(String person, Role role) {
        return asEngine.call(() -> query(role).userId(person).count() > 0);
    }

    /** Whether somebody has any role at all, without which nobody holds a task. */
    public boolean hasRole(String person) {
        var groups = groups(person);
        return workInside(groups) || groups.contains(Role.PARTNER.key()) || groups.contains(Role.STAKEHOLDER.key());
    }

    public boolean worksInside(String person) {
        return workInside(groups(person));
    }

    /** Whether somebody is in operations or administers, to whom every task can go at last. */
    public boolean standsInForAll(String person) {
        var groups = groups(person);
        return groups.contains(Role.OPERATIONS.key()) || groups.contains(Groups.CAMUNDA_ADMIN);
    }

    /** The ids of the groups that somebody belongs to. */
    public Set<String> groups(String person) {
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

    /** Those without an account. */
    public Set<String> unknownAmong(Collection<String> named) {
        var unknown = new LinkedHashSet<>(named);
        if (!unknown.isEmpty()) {
            identity.createUserQuery().userIdIn(unknown.toArray(String[]::new)).unlimitedList().stream()
                    .map(User::getId)
                    .forEach(unknown::remove);
        }
        return unknown;
    }

    public static String notCandidate(String person, Role role) {
        return "%s does not have the role %s: name somebody who has%s."
                .formatted(person, role.inWords(), role.executes() ? ", or a partner" : "");
    }

    public static String unknown(String person) {
        return "Nobody here has the user id \"%s\": name a person with an account.".formatted(person);
    }
}
