package dev.baton.security;

import dev.baton.camunda.InvalidSetting;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which roles of Baton the groups of a provider stand for. */
final class SignOnRoles {

    private final String claim;
    private final Map<String, Set<String>> groups = new TreeMap<>();

    SignOnRoles(SignOnSettings settings) {
        claim = settings.groupsClaim();
        settings.roles().forEach((role, names) -> groups.put(role(role), Set.copyOf(names)));
        if (groups.values().stream().allMatch(Set::isEmpty)) {
            throw new InvalidSetting(
                    "baton.sign-in.roles",
                    "Nobody could sign in: name for at least one role the groups of the provider that stand for it, as in"
                            + " baton.sign-in.roles.strategist=marketing-strategists.");
        }
    }

    /** As it is written, or without its hyphens, as environment variables have it. */
    private static String role(String written) {
        return Roles.ALL.stream()
                .filter(role -> plain(role).equals(plain(written)))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting(
                        "baton.sign-in.roles",
                        "One of the roles is unknown; roles are " + String.join(", ", Roles.ALL) + "."));
    }

    private static String plain(String role) {
        return role.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** The roles of somebody with these claims; groups that stand for none are no matter. */
    Set<String> of(Map<String, Object> claims) {
        var theirs = names(find(claims, claim));
        var roles = new TreeSet<String>();
        groups.forEach((role, names) -> {
            if (names.stream().anyMatch(theirs::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** Every group that a role was named for, for whoever asks what is missing. */
    String named() {
        var all = new TreeSet<String>();
        groups.values().forEach(all::addAll);
        return String.join(", ", all);
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (var dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested) {
                return find(nested, path.substring(dot + 1));
            }
        }
        return null;
    }

    private static Set<String> names(@Nullable Object claimed) {
        var all = claimed instanceof Collection<?> several ? several : List.of(claimed == null ? "" : claimed);
        var names = new HashSet<String>();
        for (var one : all) {
            if (one instanceof String name && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
