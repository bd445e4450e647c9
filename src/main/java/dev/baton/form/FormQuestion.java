package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a Camunda Form asks.
 *
 * @param path where the answer stands: a variable, or a field inside one, as in raci.accountable
 * @param hiddenWhen the conditions under which it or a group around it is hidden
 * @param json the component of the form
 */
public record FormQuestion(String path, String label, List<String> hiddenWhen, JsonNode json) {

    /** All questions of a form in their order, those in groups too; what the form computes is none. */
    public static List<FormQuestion> of(JsonNode form) {
        var questions = new ArrayList<FormQuestion>();
        collect(form, "", List.of(), questions);
        return List.copyOf(questions);
    }

    /** The variables that a form computes when it is submitted. */
    static Set<String> computed(JsonNode form) {
        var keys = new LinkedHashSet<String>();
        collectComputed(form, "", keys);
        return keys;
    }

    private static void collectComputed(JsonNode parent, String path, Set<String> keys) {
        for (var component : parent.path("components")) {
            if (component.has("components")) {
                collectComputed(
                        component, path.isEmpty() ? component.path("path").asText("") : path, keys);
            } else if (component.path("type").asText().equals("expression")) {
                var key = path.isEmpty() ? component.path("key").asText() : path;
                keys.add(key.split("[.]", 2)[0]);
            }
        }
    }

    private static void collect(JsonNode parent, String prefix, List<String> hidden, List<FormQuestion> questions) {
        for (var component : parent.path("components")) {
            var hiddenWhen = new ArrayList<>(hidden);
            var hide = component.path("conditional").path("hide").asText("").replaceFirst("^=", "");
            if (!hide.isBlank()) {
                hiddenWhen.add(hide);
            }
            if (component.has("components")) {
                var path = component.path("path").asText("");
                collect(component, path.isEmpty() ? prefix : prefix + path + ".", hiddenWhen, questions);
            } else if (component.hasNonNull("key")
                    && !component.path("type").asText().equals("expression")) {
                var key = component.path("key").asText();
                questions.add(
                        new FormQuestion(prefix + key, label(component, key), List.copyOf(hiddenWhen), component));
            }
        }
    }

    /** A date may have a label of its own kind only. */
    private static String label(JsonNode component, String key) {
        return component.path("label").asText(component.path("dateLabel").asText(key));
    }
}
