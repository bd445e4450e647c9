package dev.baton.form;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Catalog;
import dev.baton.contract.Input;
import dev.baton.contract.Requirement;
import dev.baton.contract.Situation;
import dev.baton.people.Role;
import dev.baton.process.Variables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of packages as components of a Camunda Form, made from the requirements table in force. */
final class PackageFields {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Catalog catalog;
    private final Situation situation;

    PackageFields(Catalog catalog, Situation situation) {
        this.catalog = catalog;
        this.situation = situation;
    }

    static String title(String packageName) {
        return Requirement.titled(packageName);
    }

    /** One component per field that the situation asks for, with what the table says stands above it. */
    ArrayNode toWrite(String packageName) {
        var components = JSON.arrayNode();
        var asked = asked(packageName);
        var author = author(asked);
        var above = "Usually written by: %s.".formatted(Role.inWords(author));
        for (var requirement : fields(packageName)) {
            above = requirement.section().isEmpty() ? above : below(above, requirement.section());
            if (!asked.contains(requirement)) {
                continue;
            }
            if (!above.isEmpty()) {
                components.add(conditional(text("heading_" + id(requirement), above), requirement));
                above = "";
            }
            components.add(conditional(field(requirement, author), requirement));
        }
        if (catalog.mayDeviate(packageName)) {
            components.add(deviationReason(packageName));
        }
        return components;
    }

    /** What was answered, as a page; some fields only where they are named, as in strategyBrief.objective. */
    ObjectNode toShow(String id, String title, boolean open, Collection<String> packages, List<String> only) {
        var shown = packages.stream()
                .flatMap(name -> fields(name).stream())
                .filter(requirement -> only.isEmpty() || only.contains(path(requirement)))
                .sorted(Comparator.comparing(requirement -> only.indexOf(path(requirement))))
                .toList();
        var content = shown.stream().map(PackageFields::answer).collect(Collectors.joining());
        var html = JSON.objectNode()
                .put("type", "html")
                .put("id", id)
                .put(
                        "content",
                        "%s<details%s><summary>%s</summary><dl>%s</dl></details>"
                                .formatted(FormNotes.PAGE_STYLE, open ? " open" : "", FormNotes.plain(title), content));
        var empty = packages.stream()
                .map("(%1$s = null or count(get entries(%1$s)) = 0)"::formatted)
                .collect(Collectors.joining(" and "));
        html.putObject("conditional").put("hide", "=" + empty);
        return html;
    }

    /** Every field that somebody can ask about, as choices. */
    ArrayNode toAskAbout(Collection<String> packages) {
        var choices = JSON.arrayNode();
        packages.forEach(name -> fields(name)
                .forEach(requirement ->
                        choices.addObject().put("label", requirement.label()).put("value", path(requirement))));
        return choices;
    }

    /** What stands above a field; the first one also says who writes the package. */
    private static String below(String above, String section) {
        return above.startsWith("Usually") ? above + " " + section : section;
    }

    private List<Requirement> fields(String packageName) {
        return catalog.requirements(packageName).stream()
                .filter(not(Requirement::wholeDocument))
                .toList();
    }

    private List<Requirement> asked(String packageName) {
        return fields(packageName).stream()
                .filter(requirement -> requirement.level().requiredIn(situation))
                .toList();
    }

    /** Who fills most of a package. */
    private static String author(List<Requirement> asked) {
        return asked.stream()
                .collect(Collectors.groupingBy(Requirement::filledBy, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static ObjectNode text(String id, String markdown) {
        return JSON.objectNode().put("type", "text").put("id", id).put("text", markdown);
    }

    private static ObjectNode field(Requirement requirement, String author) {
        var input = requirement.input();
        var field = JSON.objectNode()
                .put("type", type(input.kind()))
                .put("id", "field_" + id(requirement))
                .put("key", requirement.field())
                .put("label", requirement.label())
                .put("description", description(requirement, author));
        switch (input.kind()) {
            case CHOICE -> input.choices().forEach(choice -> option(field, Requirement.titled(choice), choice));
            case YES_OR_NO -> {
                option(field, "Yes", "yes");
                option(field, "No", "no");
            }
            case DATE -> widget(field, "date");
            case NUMBER -> widget(field, "number");
            case TABLE -> {
                widget(field, "table")
                        .put("columns", headings(input, "|"))
                        .put(
                                "columnTypes",
                                input.columns().stream()
                                        .map(column -> column.day() ? "date" : "text")
                                        .collect(Collectors.joining("|")));
            }
            default -> {}
        }
        return field;
    }

    private static ObjectNode deviationReason(String packageName) {
        return JSON.objectNode()
                .put("type", "textarea")
                .put("id", "field_" + packageName + "_" + Catalog.DEVIATION_REASON)
                .put("key", Catalog.DEVIATION_REASON)
                .put("label", "Why it differs from the strategy")
                .put(
                        "description",
                        "Only if something above says something else than the strategy: then the reason belongs here, where"
                                + " everyone can read it.");
    }

    private static String type(Input.Kind kind) {
        return switch (kind) {
            case TEXT, LINES, UTM, TABLE -> "textarea";
            case LINE, DATE, NUMBER -> "textfield";
            case YES -> "checkbox";
            case YES_OR_NO -> "radio";
            case CHOICE -> "select";
        };
    }

    private static void option(ObjectNode field, String label, String value) {
        field.withArray("values").addObject().put("label", label).put("value", value);
    }

    private static ObjectNode widget(ObjectNode field, String widget) {
        return field.putObject("properties").put("widget", widget);
    }

    private static String description(Requirement requirement, String author) {
        var sentences = new ArrayList<String>();
        sentences.add(requirement.reason());
        if (!requirement.filledBy().equals(author)) {
            sentences.add("Ask the %s.".formatted(Role.inWords(requirement.filledBy())));
        }
        switch (requirement.input().kind()) {
            case LINES -> sentences.add("One point per line.");
            case UTM -> sentences.add("Lower case, no spaces; several, one per line.");
            case TABLE -> sentences.add("One row per line: %s.".formatted(headings(requirement.input(), " | ")));
            default -> {}
        }
        if (requirement.input().kind() != Input.Kind.YES
                && requirement.input().kind() != Input.Kind.DATE
                && requirement.input().kind() != Input.Kind.CHOICE) {
            sentences.add(
                    "Example: " + requirement.example().lines().findFirst().orElse(""));
        }
        return String.join(" ", sentences);
    }

    private static String headings(Input input, String between) {
        return input.columns().stream().map(Input.Column::heading).collect(Collectors.joining(between));
    }

    /** A field of one kind of campaign shows once the package says that it is of that kind. */
    private static ObjectNode conditional(ObjectNode component, Requirement requirement) {
        if (requirement.isLaunchDate()) {
            component.putObject("conditional").put("hide", "=%s = true".formatted(Variables.LAUNCH_DATE_KNOWN));
        }
        if (!requirement.campaignTypes().isEmpty()) {
            var other = requirement.campaignTypes().stream()
                    .map(type -> "%s.%s != \"%s\"".formatted(requirement.packageName(), Variables.CAMPAIGN_TYPE, type))
                    .collect(Collectors.joining(" and "));
            component.putObject("conditional").put("hide", "=" + other);
        }
        return component;
    }

    private static String answer(Requirement requirement) {
        var value = path(requirement);
        var about = FormNotes.about(id(requirement));
        Function<String, String> when = shown -> "{{#if %s}}<dt>%s</dt><dd>%s%s</dd>{{/if}}"
                .formatted(value, FormNotes.plain(requirement.label()), shown, about);
        return switch (requirement.input().kind()) {
            case LINES, UTM ->
                when.apply("<ul>{{#loop split(%s, \"\\n\")}}<li>{{this}}</li>{{/loop}}</ul>".formatted(value));
            case TABLE ->
                when.apply(("<table><tr>%s</tr>{{#loop split(%s, \"\\n\")}}<tr>{{#loop split(this, \" [|] \")}}"
                                + "<td>{{this}}</td>{{/loop}}</tr>{{/loop}}</table>")
                        .formatted(
                                requirement.input().columns().stream()
                                        .map(column -> "<th>%s</th>".formatted(FormNotes.plain(column.heading())))
                                        .collect(Collectors.joining()),
                                value));
            case YES, YES_OR_NO ->
                "{{#if %1$s != null}}<dt>%2$s</dt><dd>{{if %1$s = true then \"Yes\" else if %1$s = false then \"Not yet\" else %1$s}}%3$s</dd>{{/if}}"
                        .formatted(value, FormNotes.plain(requirement.label()), about);
            default -> when.apply("{{%s}}".formatted(value));
        };
    }

    private static String path(Requirement requirement) {
        return requirement.packageName() + "." + requirement.field();
    }

    private static String id(Requirement requirement) {
        return requirement.packageName() + "_" + requirement.field();
    }
}
