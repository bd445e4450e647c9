package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.baton.contract.ExpressionTooLong;
import dev.baton.contract.Expressions;
import dev.baton.contract.Expressions.Expression;
import dev.baton.shared.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a Camunda Form demands of its fields: answers, choices, lengths, ranges and patterns, unless a field is hidden. */
record Form(List<Field> fields, Set<String> variables) {

    private static final int ISO_DAY = 10;
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("https?://[\\p{L}\\p{N}][^\\s<>\"]*", Pattern.CASE_INSENSITIVE);

    /** A field, the conditions under which it or a group around it is hidden, and what the form says about it. */
    record Field(String path, String label, List<Expression> hiddenWhen, JsonNode json) {

        String variable() {
            var dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }
    }

    static Form parse(JsonNode form, Expressions feel) {
        var conditions = new HashMap<String, Expression>();
        var fields = FormQuestion.of(form).stream()
                .map(question -> field(question, text -> conditions.computeIfAbsent(text, feel::parse)))
                .toList();
        var variables = new LinkedHashSet<>(FormQuestion.computed(form));
        fields.forEach(field -> variables.add(field.variable()));
        return new Form(fields, variables);
    }

    /** Where its answers stand, as in strategyBrief.objective. */
    Set<String> paths() {
        return fields.stream().map(Field::path).collect(Collectors.toSet());
    }

    private static Field field(FormQuestion question, Expressions feel) {
        var hiddenWhen = question.hiddenWhen().stream().map(feel::parse).toList();
        return new Field(question.path(), question.label(), hiddenWhen, question.json());
    }

    /** What an answer must be besides what its form says. */
    @FunctionalInterface
    interface Rule {
        Optional<String> wrong(Field field, JsonNode answer);
    }

    /** Everything that is wrong with the answers, each with the field and what to do. */
    List<FieldError> check(Answers answers, Rule others) {
        var errors = new ArrayList<FieldError>();
        var hidden = new HashMap<Expression, Boolean>();
        for (var field : fields) {
            wrong(field, answers.at(field.path()), others)
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
            return Boolean.TRUE.equals(hide.evaluate(answers.all(variables.stream())));
        } catch (ExpressionTooLong ended) {
            return false;
        }
    }

    private static Optional<String> wrong(Field field, JsonNode value, Rule others) {
        var rules = field.json().path("validate");
        if (empty(value)) {
            var required = rules.path("required").asBoolean(false);
            return required ? Optional.of("\"%s\" needs an answer.".formatted(field.label())) : Optional.empty();
        }
        return choice(field, value)
                .or(() -> length(field, rules, value))
                .or(() -> link(field, value))
                .or(() -> range(field, rules, value))
                .or(() -> day(field, value))
                .or(() -> others.wrong(field, value));
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

    /** What somebody opens by a click: an address of the web, and nothing that runs in the page or on the computer. */
    private static Optional<String> link(Field field, JsonNode value) {
        if (!field.json().path("properties").path("format").asText("").equals("link")
                || WEB_ADDRESS.matcher(value.asText().strip()).matches()) {
            return Optional.empty();
        }
        return Optional.of("\"%s\" is one link: copy it from the browser's address bar, beginning with https://."
                .formatted(field.label()));
    }

    private static Optional<String> range(Field field, JsonNode rules, JsonNode value) {
        if (!is(field, "number")) {
            return Optional.empty();
        }
        var digits = field.json().path("decimalDigits");
        var read = TypedNumber.of(value);
        if (read.isEmpty()) {
            return Optional.of(
                    TypedNumber.isTwoNumbers(value)
                            ? "\"%s\" can be two numbers in \"%s\": leave the separator of thousands out."
                                    .formatted(field.label(), value.asText())
                            : "\"%s\" is a number: write digits only, such as 33%s."
                                    .formatted(field.label(), digits.asInt(1) == 0 ? "" : " or 3.5"));
        }
        var number = read.get();
        if (digits.isNumber() && number.stripTrailingZeros().scale() > digits.asInt()) {
            return Optional.of(
                    digits.asInt() == 0
                            ? "\"%s\" is a whole number: leave the fraction out.".formatted(field.label())
                            : "\"%s\" has at most %d digits after the point: round it."
                                    .formatted(field.label(), digits.asInt()));
        }
        if (rules.has("min") && number.compareTo(rules.path("min").decimalValue()) < 0) {
            return Optional.of("\"%s\" is at least %s."
                    .formatted(field.label(), rules.path("min").asText()));
        }
        if (rules.has("max") && number.compareTo(rules.path("max").decimalValue()) > 0) {
            return Optional.of("\"%s\" is at most %s."
                    .formatted(field.label(), rules.path("max").asText()));
        }
        return Optional.empty();
    }

    /** A package's days are judged with the package: there a day that nobody knows yet is a gap, no fault. */
    private static Optional<String> day(Field field, JsonNode value) {
        if (!is(field, "datetime")
                || !field.json().path("subtype").asText("date").equals("date")
                || field.path().contains(".")
                || (value.isTextual() && isDay(value.textValue()))) {
            return Optional.empty();
        }
        return Optional.of(
                "\"%s\" is not a date: write it as year-month-day, such as 2027-03-31.".formatted(value.asText()));
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == ISO_DAY && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private static boolean is(Field field, String type) {
        return field.json().path("type").asText().equals(type);
    }

    /** The numbers among the answers that came as texts, which is how a person types them, by path. */
    Map<String, BigDecimal> typedNumbers(Answers answers) {
        var numbers = new HashMap<String, BigDecimal>();
        fields.stream().filter(field -> is(field, "number")).forEach(field -> {
            var value = answers.at(field.path());
            if (value.isTextual()) {
                TypedNumber.of(value).ifPresent(number -> numbers.put(field.path(), number));
            }
        });
        return numbers;
    }
}
