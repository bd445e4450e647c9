package dev.baton.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.baton.camunda.ModelingRule;
import dev.baton.contract.Expressions;
import dev.baton.deployment.Definitions.Form;
import dev.baton.form.Choices;
import dev.baton.form.FormQuestion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Refuses a form that Tasklist could not show or complete, or that asks for less than the one before required. */
@Component
class FormsRule implements Rule {

    /** What Tasklist shows and completes. */
    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "group",
            "text",
            "html",
            "table",
            "image",
            "spacer",
            "separator",
            "button",
            "expression");

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> WITHOUT_KEY =
            Set.of("group", "text", "html", "table", "image", "spacer", "separator", "button");

    private final Expressions feel;

    FormsRule(Expressions feel) {
        this.feel = feel;
    }

    @Override
    public void check(Definitions definitions, Violations found) {
        for (var form : definitions.forms()) {
            new Reading(form, found).read();
            definitions.deployedForm(form.id()).ifPresent(before -> checkKept(form, before, found));
        }
    }

    private static void checkKept(Form form, Form before, Violations found) {
        var kept = required(form.json());
        var asked =
                FormQuestion.of(form.json()).stream().map(FormQuestion::path).collect(Collectors.toSet());
        required(before.json()).stream()
                .filter(path -> !kept.contains(path))
                .forEach(path -> found.add(
                        ModelingRule.FORM_KEEPS_REQUIRED,
                        form.file(),
                        form.id(),
                        asked.contains(path)
                                ? "no longer requires “%s”, which the form before did: require it again."
                                        .formatted(path)
                                : "no longer asks for “%s”, which the form before required: keep the field."
                                        .formatted(path)));
    }

    /** The paths of required fields, and of the places where fields of packages are filled in. */
    private static Set<String> required(JsonNode form) {
        var paths = FormQuestion.of(form).stream()
                .filter(field -> field.json().path("validate").path("required").asBoolean(false))
                .map(FormQuestion::path)
                .collect(Collectors.toCollection(TreeSet::new));
        placeholders(form).forEach(paths::add);
        return paths;
    }

    private static Stream<String> placeholders(JsonNode parent) {
        return components(parent)
                .flatMap(component -> Stream.concat(
                        Stream.of(component)
                                .filter(one -> one.path("properties")
                                        .path("fields")
                                        .asText("")
                                        .equals("write"))
                                .map(one -> "fields of " + one.path("path").asText("every package")),
                        placeholders(component)));
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return parent.path("components").valueStream();
    }

    /** Reads one form, component by component. */
    private final class Reading {

        private final Form form;
        private final Violations found;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> paths = new HashSet<>();

        Reading(Form form, Violations found) {
            this.form = form;
            this.found = found;
        }

        void read() {
            if (!form.json().isObject() || form.id().isBlank()) {
                refuseForm("has no id: give the form one, such as review-brief.");
            }
            if (!form.json().path("components").isArray()) {
                refuseForm("holds no components: save it again in Modeler.");
            }
            read(form.json(), "");
        }

        private void read(JsonNode parent, String prefix) {
            components(parent).forEach(component -> {
                var type = component.path("type").asText("");
                if (!COMPONENTS.contains(type)) {
                    add(
                            ModelingRule.FORM_COMPONENT,
                            component,
                            "is a “%s”, which Tasklist cannot complete: use one of %s."
                                    .formatted(type, String.join(", ", new TreeSet<>(COMPONENTS))));
                    return;
                }
                readNames(component, type, prefix);
                readChoices(component, type);
                readChecks(component);
                readConditions(component);
                var path = component.path("path").asText("");
                read(component, path.isEmpty() ? prefix : prefix + path + ".");
            });
        }

        private void readNames(JsonNode component, String type, String prefix) {
            var id = component.path("id").asText("");
            if (id.isBlank()) {
                refuse(component, "has no id: give each component its own.");
            } else if (!ids.add(id)) {
                refuse(component, "has the id “%s” of another component: give it its own.".formatted(id));
            }
            var key = component.path("key").asText("");
            if (key.isBlank() && !WITHOUT_KEY.contains(type)) {
                refuse(component, "has no key, so its answer goes nowhere: give it one.");
            } else if (!key.isBlank() && !paths.add(prefix + key)) {
                refuse(component, "answers “%s%s” as another field does: give it another key.".formatted(prefix, key));
            }
        }

        private void readChoices(JsonNode component, String type) {
            Choices.fault(component).ifPresent(fault -> add(ModelingRule.FORM_CHOICES, component, fault));
            if (!CHOICES.contains(type)) {
                return;
            }
            var values = component.path("values");
            var properties = component.path("properties");
            if (values.isEmpty()
                    && !component.has("valuesKey")
                    && !component.has("valuesExpression")
                    && !properties.has("choices")
                    && !properties.has("fields")) {
                refuse(component, "offers nothing to choose: give it values.");
            }
            var seen = new HashSet<String>();
            values.valueStream()
                    .map(value -> value.path("value").asText(""))
                    .filter(value -> value.isBlank() || !seen.add(value))
                    .forEach(value -> refuse(
                            component,
                            value.isBlank()
                                    ? "offers a choice without a value: give it one."
                                    : "offers “%s” twice: take one away.".formatted(value)));
        }

        private void readChecks(JsonNode component) {
            var rules = component.path("validate");
            pattern(rules).ifPresent(fault -> refuse(component, fault));
            whole(component, rules, "minLength");
            whole(component, rules, "maxLength");
            whole(component, component, "decimalDigits");
            number(component, rules, "min");
            number(component, rules, "max");
            order(component, rules, "minLength", "maxLength");
            order(component, rules, "min", "max");
        }

        /** Read in linear time, so that no answer can keep the service busy. */
        private static Optional<String> pattern(JsonNode rules) {
            var pattern = rules.path("pattern").asText("");
            try {
                Pattern.compile(pattern);
                return Optional.empty();
            } catch (PatternSyntaxException broken) {
                return Optional.of(
                        "has the pattern “%s”, which cannot be read (%s): correct it; look-around and references back are not known."
                                .formatted(pattern, broken.getDescription()));
            }
        }

        private void whole(JsonNode component, JsonNode parent, String name) {
            var value = parent.path(name);
            if (!value.isMissingNode() && !value.isNull() && !(value.isIntegralNumber() && value.asLong() >= 0)) {
                refuse(component, "has %s = %s: write a whole number, zero or more.".formatted(name, value));
            }
        }

        private void number(JsonNode component, JsonNode parent, String name) {
            var value = parent.path(name);
            if (!value.isMissingNode() && !value.isNull() && !value.isNumber()) {
                refuse(component, "has %s = %s: write a number.".formatted(name, value));
            }
        }

        private void order(JsonNode component, JsonNode rules, String least, String most) {
            if (rules.path(least).isNumber()
                    && rules.path(most).isNumber()
                    && rules.path(least)
                                    .decimalValue()
                                    .compareTo(rules.path(most).decimalValue())
                            > 0) {
                refuse(
                        component,
                        "has %s = %s above %s = %s, so nothing fits: correct one of the two."
                                .formatted(least, rules.path(least), most, rules.path(most)));
            }
        }

        private void readConditions(JsonNode component) {
            condition(component, component.path("conditional").path("hide"), true);
            condition(component, component.path("readonly"), false);
            condition(component, component.path("expression"), true);
            condition(component, component.path("valuesExpression"), true);
        }

        private void condition(JsonNode component, JsonNode text, boolean needed) {
            if (!text.isTextual() || text.asText().isBlank()) {
                return;
            }
            var written = text.asText().strip();
            if (!written.startsWith("=")) {
                if (needed) {
                    refuse(component, "has the expression “%s”: begin it with =.".formatted(written));
                }
                return;
            }
            try {
                feel.parse(written.substring(1));
            } catch (IllegalArgumentException broken) {
                refuse(
                        component,
                        "has the expression “%s”, which is no FEEL (%s): correct it."
                                .formatted(
                                        written,
                                        String.valueOf(broken.getMessage()).replace('\n', ' ')));
            }
        }

        private void refuseForm(String rest) {
            found.add(ModelingRule.FORM_CHECK, form.file(), form.id().isBlank() ? null : form.id(), rest);
        }

        private void refuse(JsonNode component, String rest) {
            add(ModelingRule.FORM_CHECK, component, rest);
        }

        private void add(ModelingRule rule, JsonNode component, String rest) {
            var id = component.path("id").asText("");
            var label = component.path("label").asText(component.path("key").asText(id));
            found.add(
                    rule,
                    form.file(),
                    id.isBlank() ? null : id,
                    label.isBlank() ? rest : "“%s” %s".formatted(label, rest));
        }
    }
}
