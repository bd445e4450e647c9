package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.Catalog;
import dev.baton.contract.Input;
import dev.baton.contract.Requirement;
import dev.baton.form.FormQuestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what a form asks, in words that need no form; what the requirements table says of a package's field comes from there. */
final class Questions {

    private Questions() {}

    /** The questions of a served form in their order, without those from which the form only computes another answer. */
    static List<FormQuestion> of(JsonNode form) {
        var computed = String.join(" ", form.findValuesAsText("expression"));
        return FormQuestion.of(form).stream()
                .filter(question -> !feeds(question.path(), computed))
                .toList();
    }

    /** As a list from what people type: that one is sent. */
    private static boolean feeds(String path, String expressions) {
        var key = path.substring(path.lastIndexOf('.') + 1);
        return Pattern.compile("\\b" + Pattern.quote(key) + "\\b")
                .matcher(expressions)
                .find();
    }

    static Question read(FormQuestion question, String field, Optional<Requirement> asked) {
        var component = question.json();
        var input = asked.map(Requirement::input);
        var choices = choices(component);
        var columns = input.map(Input::columns).orElse(List.of()).stream()
                .map(Input.Column::key)
                .toList();
        var rules = rules(component);
        return new Question(
                field,
                question.label(),
                input.map(Input::kind).map(Questions::type).orElseGet(() -> type(component)),
                component.path("validate").path("required").asBoolean(false),
                choices.isEmpty() ? null : choices,
                columns.isEmpty() ? null : columns,
                rules.isEmpty() ? null : rules,
                question.hiddenWhen().isEmpty() ? null : question.hiddenWhen(),
                asked.map(Requirement::reason).orElseGet(() -> text(component.path("description"))),
                asked.map(Requirement::example).orElse(null),
                null);
    }

    static Optional<Requirement> requirement(Catalog catalog, String packageName, String field) {
        return catalog.packageNames().contains(packageName)
                ? catalog.requirements(packageName).stream()
                        .filter(requirement -> requirement.field().equals(field))
                        .findFirst()
                : Optional.empty();
    }

    private static String type(Input.Kind kind) {
        return switch (kind) {
            case LINE, TEXT, UTM -> "text";
            case LINES -> "texts";
            case TABLE -> "table";
            case NUMBER -> "number";
            case DATE -> "date";
            case YES -> "boolean";
            case YES_OR_NO, CHOICE -> "choice";
        };
    }

    private static String type(JsonNode component) {
        var widget = component.path("properties").path("widget").asText("");
        return switch (widget.isEmpty() ? component.path("type").asText() : widget) {
            case "number" -> "number";
            case "date", "datetime" -> "date";
            case "table" -> "table";
            case "checkbox" -> "boolean";
            case "radio", "select" -> "choice";
            case "checklist", "taglist" -> "choices";
            default -> "text";
        };
    }

    private static List<Question.Choice> choices(JsonNode component) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .map(choice -> new Question.Choice(
                        choice.path("value").asText(), choice.path("label").asText()))
                .toList();
    }

    private static Question.Rules rules(JsonNode component) {
        var rules = component.path("validate");
        var properties = component.path("properties");
        var digits = component.has("decimalDigits") ? component : properties;
        return new Question.Rules(
                whole(rules.path("minLength")),
                whole(rules.path("maxLength")),
                text(rules.path("pattern")),
                number(rules.has("min") ? rules.path("min") : properties.path("min")),
                number(rules.has("max") ? rules.path("max") : properties.path("max")),
                whole(digits.path("decimalDigits")));
    }

    private static @Nullable Integer whole(JsonNode node) {
        return node.isMissingNode() ? null : (Integer) node.asInt();
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isMissingNode() ? null : new BigDecimal(node.asText());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }
}
