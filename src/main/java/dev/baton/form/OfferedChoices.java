package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.camunda.CurrentPerson;
import dev.baton.people.Role;
import dev.baton.people.UnknownRole;
import dev.baton.process.KnownPeople;
import dev.baton.process.KnownPeople.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Fills in the choices that no table holds, people above all, whenever a form is read, and holds answers to them. People
 * are shown to those who carry handoffs inside the company; whoever does not, and who would have to pick from more than
 * anybody reads through, writes the user name.
 */
@Component
class OfferedChoices {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_LIST = 2000;

    private final KnownPeople people;
    private final CurrentPerson current;
    private final OfferedModels models;

    OfferedChoices(KnownPeople people, CurrentPerson current, OfferedModels models) {
        this.people = people;
        this.current = current;
        this.models = models;
    }

    /** Whether a form has such a field: most have none, and cost nothing. */
    static boolean isIn(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .anyMatch(component -> offered(component).isPresent() || isIn(component));
    }

    private static Optional<Choices> offered(JsonNode component) {
        return Choices.find(component).filter(choices -> choices.kind() != Choices.Kind.CONTRACTS);
    }

    /** The form with the choices that the person at the door may see. */
    JsonNode filled(JsonNode form) {
        return filled(form, seesPeople());
    }

    /** The form as anybody may see it. */
    JsonNode withoutPeople(JsonNode form) {
        return filled(form, false);
    }

    private JsonNode filled(JsonNode form, boolean withPeople) {
        JsonNode filled = form.deepCopy();
        each(filled, withPeople);
        return filled;
    }

    private void each(JsonNode parent, boolean withPeople) {
        for (var component : parent.path("components")) {
            if (component instanceof ObjectNode field) {
                offered(field).ifPresent(choices -> fill(field, choices, withPeople));
            }
            each(component, withPeople);
        }
    }

    private void fill(ObjectNode field, Choices choices, boolean withPeople) {
        if (choices.kind() == Choices.Kind.ROLES) {
            field.set("values", roles());
            return;
        }
        if (choices.kind() == Choices.Kind.MODELS) {
            var values = field.putArray("values");
            models.byKey()
                    .forEach(
                            (key, name) -> values.addObject().put("label", name).put("value", key));
            return;
        }
        var listed = withPeople ? listed(choices) : Optional.<List<Named>>empty();
        listed.ifPresentOrElse(all -> field.set("values", values(all)), () -> writeTheName(field));
    }

    private Optional<List<Named>> listed(Choices choices) {
        return choices.kind() == Choices.Kind.PEOPLE ? people.everybody() : people.candidates(role(choices));
    }

    private static Role role(Choices choices) {
        return Objects.requireNonNull(choices.role());
    }

    private static ArrayNode values(List<Named> people) {
        var values = JsonNodeFactory.instance.arrayNode();
        people.forEach(
                person -> values.addObject().put("label", person.inWords()).put("value", person.id()));
        return values;
    }

    private static ArrayNode roles() {
        var values = JsonNodeFactory.instance.arrayNode();
        for (var role : Role.values()) {
            var words = role.inWords();
            values.addObject()
                    .put("label", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
                    .put("value", role.key());
        }
        return values;
    }

    private static void writeTheName(ObjectNode field) {
        var isOne = !field.path("type").asText().equals("taglist");
        field.put("type", "textfield")
                .put(
                        "description",
                        "%s. %s"
                                .formatted(
                                        isOne ? "User name" : "User names, with commas between them",
                                        field.path("description").asText(""))
                                .strip())
                .remove(Arrays.asList("values", "searchable"));
        field.withObjectProperty("validate").put("maxLength", isOne ? LONGEST_ID : LONGEST_LIST);
    }

    /**
     * What is wrong with an answer to a field that offers people or roles.
     *
     * @param judged variables whose people are looked up elsewhere
     */
    Optional<String> wrong(Form.Field field, JsonNode answer, Set<String> judged) {
        return offered(field.json())
                .filter(choices -> !choices.kind().isPeople() || (seesPeople() && !judged.contains(field.variable())))
                .flatMap(choices -> texts(answer)
                        .flatMap(text -> wrong(choices, text).stream())
                        .findFirst());
    }

    private Optional<String> wrong(Choices choices, String text) {
        if (choices.kind() == Choices.Kind.ROLES) {
            return unknownRole(text);
        }
        if (choices.kind() == Choices.Kind.MODELS) {
            return models.byKey().containsKey(text)
                    ? Optional.empty()
                    : Optional.of("There is no handoff model \"%s\": use one of %s."
                            .formatted(text, String.join(", ", models.byKey().keySet())));
        }
        if (!isKnown(text)) {
            return Optional.of(KnownPeople.unknown(text));
        }
        return choices.kind() != Choices.Kind.PEOPLE_OF_ROLE || people.isCandidate(text, role(choices))
                ? Optional.empty()
                : Optional.of(KnownPeople.notCandidate(text, role(choices)));
    }

    /** Whoever was hired on another node a moment ago is not in the list yet. */
    private boolean isKnown(String person) {
        return people.everybody().stream()
                        .flatMap(List::stream)
                        .anyMatch(known -> known.id().equals(person))
                || people.include(person);
    }

    private static Optional<String> unknownRole(String text) {
        try {
            Role.of(text);
            return Optional.empty();
        } catch (UnknownRole unknown) {
            return Optional.of(String.valueOf(unknown.getMessage()));
        }
    }

    private static Stream<String> texts(JsonNode answer) {
        return answer.isArray()
                ? StreamSupport.stream(answer.spliterator(), false)
                        .map(JsonNode::asText)
                        .map(String::strip)
                : Stream.of(answer.asText().strip());
    }

    private boolean seesPeople() {
        return current.id().isPresent() && KnownPeople.workInside(current.groups());
    }
}
