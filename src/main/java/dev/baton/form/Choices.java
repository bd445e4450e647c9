package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.people.Role;
import dev.baton.people.UnknownRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the custom property {@code choices} of a field offers: contracts, models, roles, people, {@code
 * people legal} for those of a role alone.
 *
 * @param role where it is about one
 */
public record Choices(Kind kind, @Nullable Role role) {

    /** What is offered. */
    enum Kind {
        CONTRACTS,
        MODELS,
        ROLES,
        PEOPLE,
        PEOPLE_OF_ROLE;

        boolean isPeople() {
            return this == PEOPLE || this == PEOPLE_OF_ROLE;
        }
    }

    private static final String PROPERTY = "choices";
    private static final Pattern WORDS = Pattern.compile("\\s++");
    private static final Map<String, Kind> KINDS =
            Map.of("contracts", Kind.CONTRACTS, "models", Kind.MODELS, "roles", Kind.ROLES, "people", Kind.PEOPLE);

    /** Reads the property; what it does not know is an {@link IllegalArgumentException} that says what there is. */
    static Choices of(String text) {
        var words = List.of(WORDS.split(text.strip(), -1));
        if (words.size() == 1) {
            var kind = KINDS.get(words.get(0));
            if (kind != null) {
                return new Choices(kind, null);
            }
        } else if (words.get(0).equals("people") && words.size() == 2) {
            return new Choices(Kind.PEOPLE_OF_ROLE, role(words.get(1)));
        }
        throw new IllegalArgumentException(
                "offers “%s”, which nothing stands for: write contracts, models, roles, people, or people and a role (as in “people legal”)."
                        .formatted(text));
    }

    private static Role role(String key) {
        try {
            return Role.of(key);
        } catch (UnknownRole unknown) {
            throw new IllegalArgumentException(
                    "offers the people of a role that there is not. %s".formatted(unknown.getMessage()), unknown);
        }
    }

    /** What is wrong with the property of a field, as the rest of a sentence that begins with its label. */
    public static Optional<String> fault(JsonNode component) {
        var text = text(component);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var choices = of(text);
            return choices.kind().isPeople() && !isList(component)
                    ? Optional.of(
                            "offers people, who are picked in a select, or in a taglist where several fit: make it one.")
                    : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.of(String.valueOf(unknown.getMessage()));
        }
    }

    /** What a field offers; nothing where it has no such property, or an older form one that nobody knows. */
    static Optional<Choices> find(JsonNode component) {
        return Optional.of(component)
                .filter(field -> fault(field).isEmpty())
                .map(Choices::text)
                .filter(text -> !text.isEmpty())
                .map(Choices::of);
    }

    private static boolean isList(JsonNode component) {
        return List.of("select", "taglist").contains(component.path("type").asText());
    }

    private static String text(JsonNode component) {
        return component.path("properties").path(PROPERTY).asText("");
    }
}
