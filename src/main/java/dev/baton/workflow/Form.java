package dev.baton.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.ExpressionTooLong;
import dev.baton.contract.Expressions;
import dev.baton.contract.Expressions.Expression;
import dev.baton.engine.FieldError;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a Camunda Form demands of its fields: answers, choices, lengths, ranges and patterns, unless a field is hidden. */
record Form(List<Field> fields) {

    /** A field, the conditions under which it or a group around it is hidden, and what the form says about it. */
    record Field(String path, String label, List<Expression> hiddenWhen, JsonNode json) {

        String variable() {
            var dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }
    }

    static Form parse(String form, Expressions feel) {
        try {
            var conditions = new HashMap<String, Expression>();
            return new Form(FormQuestion.of(Json.MAPPER.readTree(form)).stream()
                    .map(question -> field(question, text -> conditions.computeIfAbsent(text, feel::parse)))
                    .toList());
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("A deployed form is not JSON", broken);
        }
    }

    private static Field field(FormQuestion question, Expressions feel) {
        var hiddenWhen = question.hiddenWhen().stream().map(feel::parse).toList();
        return new Field(question.path(), question.label(), hiddenWhen, question.json());
    }

    /** Everything that is wrong with the answers, each with the field and what to do. */
    List<FieldError> check(Answers answers) {
        var errors = new ArrayList<FieldError>();
        var hidden = new HashMap<Expression, Boolean>();
        for (var field : fields) {
            wrong(field, answers.at(field.path()))
                    .filter(message -> !isHidden(field, answers, hidden))
                    .ifPresent(message -> errors.add(new FieldError(field.path(), message)));
        }
        return errors;
    }

    /** Asked only of a field that would be wrong, and each condition once: evaluating one is what costs time here. */
    private boolean isHidden(Field field, Answers answers, Map<Expression, Boolean> known) {
        return field.hiddenWhen().stream().anyMatch(hide -> known.computeIfAbsent(hide, any -> holds(hide, answers)));
    }

    /** A condition that had to be ended hides nothing. */
    private boolean holds(Expression hide, Answers answers) {
        try {
            return Boolean.TRUE.equals(hide.evaluate(answers.all(variables())));
        } catch (ExpressionTooLong ended) {
            return false;
        }
    }

    private Stream<String> variables() {
        return fields.stream().map(Field::variable).distinct();
    }

    private static Optional<String> wrong(Field field, JsonNode value) {
        var rules = field.json().path("validate");
        if (empty(value)) {
            var required = rules.path("required").asBoolean(false);
            return required ? Optional.of("\"%s\" needs an answer.".formatted(field.label())) : Optional.empty();
        }
        return choice(field, value).or(() -> length(field, rules, value)).or(() -> range(field, rules, value));
    }

    private static boolean empty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())
                || (value.isBoolean() && !value.asBoolean())
                || (value.isContainerNode() && value.isEmpty());
    }

    private static Optional<String> choice(Field field, JsonNode value) {
        var options = field.json().path("values");
        if (!options.isArray() || options.isEmpty()) {
            return Optional.empty();
        }
        var allowed = StreamSupport.stream(options.spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
        var chosen = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
        return chosen.stream()
                .filter(one -> !allowed.contains(one))
                .findFirst()
                .map(one -> "\"%s\" does not know \"%s\": choose one of %s."
                        .formatted(field.label(), one, String.join(", ", allowed)));
    }

    private static Optional<String> length(Field field, JsonNode rules, JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        var text = value.asText();
        if (rules.has("maxLength") && text.length() > rules.path("maxLength").asInt()) {
            return Optional.of("\"%s\" is longer than %d characters: shorten it."
                    .formatted(field.label(), rules.path("maxLength").asInt()));
        }
        if (rules.has("minLength") && text.length() < rules.path("minLength").asInt()) {
            return Optional.of("\"%s\" is shorter than %d characters: say more."
                    .formatted(field.label(), rules.path("minLength").asInt()));
        }
        var pattern = rules.path("pattern").asText("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            return Optional.of("\"%s\" is not written as the form asks: follow the example under the question."
                    .formatted(field.label()));
        }
        return Optional.empty();
    }

    private static Optional<String> range(Field field, JsonNode rules, JsonNode value) {
        if (!field.json().path("type").asText().equals("number")) {
            return Optional.empty();
        }
        var number = number(value);
        if (number == null) {
            return Optional.of("\"%s\" is a number: write digits only.".formatted(field.label()));
        }
        if (rules.has("min") && number < rules.path("min").asDouble()) {
            return Optional.of("\"%s\" is at least %s."
                    .formatted(field.label(), rules.path("min").asText()));
        }
        if (rules.has("max") && number > rules.path("max").asDouble()) {
            return Optional.of("\"%s\" is at most %s."
                    .formatted(field.label(), rules.path("max").asText()));
        }
        return Optional.empty();
    }

    private static @Nullable Double number(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        try {
            return Double.valueOf(value.asText());
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }
}
