package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * Turns what Tasklist's own fields get wrong into text fields that say in {@code properties} how they are edited: a day
 * (Tasklist counts it down in browsers west of UTC), a number (Tasklist makes 35 of "3,5"). Without
 * a script each is a text field that a person can fill in as well.
 */
final class ServedWidgets {

    static final String WIDGET = "widget";

    private ServedWidgets() {}

    /** The form with widgets in the place of dates and numbers, in groups too. */
    static JsonNode of(JsonNode form) {
        var served = form.deepCopy();
        each(served, ServedWidgets::any);
        return served;
    }

    /** For a process that reads its own answers: a number would come back to it as a text. */
    static JsonNode daysOnly(JsonNode form) {
        var served = form.deepCopy();
        each(served, ServedWidgets::day);
        return served;
    }

    private interface Rewrite {
        void apply(ObjectNode component);
    }

    private static void each(JsonNode parent, Rewrite rewrite) {
        for (var component : parent.path("components")) {
            if (component instanceof ObjectNode object) {
                rewrite.apply(object);
            }
            each(component, rewrite);
        }
    }

    private static void any(ObjectNode component) {
        day(component);
        number(component);
    }

    /** The field keeps its label, its words and whether it must be answered. */
    private static void day(ObjectNode component) {
        if (!is(component, "datetime")
                || !component.path("subtype").asText("date").equals("date")) {
            return;
        }
        var label = component.path("dateLabel");
        text(component, "date");
        if (!label.isMissingNode()) {
            component.set("label", label);
        }
        component.remove(
                Arrays.asList("subtype", "dateLabel", "disallowPassedDates", "use24h", "timeSerializingFormat"));
    }

    private static void number(ObjectNode component) {
        if (!is(component, "number")) {
            return;
        }
        var properties = text(component, "number");
        move(component, "decimalDigits", properties);
        move(component.path("validate"), "min", properties);
        move(component.path("validate"), "max", properties);
        component.remove(Arrays.asList("increment", "serializeToString"));
    }

    private static void move(JsonNode from, String name, ObjectNode to) {
        if (from instanceof ObjectNode rules && rules.has(name)) {
            to.put(name, rules.remove(name).asText());
        }
    }

    private static ObjectNode text(ObjectNode component, String widget) {
        component.put("type", "textfield");
        return properties(component).put(WIDGET, widget);
    }

    private static ObjectNode properties(ObjectNode component) {
        return component.withObjectProperty("properties");
    }

    private static boolean is(ObjectNode component, String type) {
        return component.path("type").asText().equals(type);
    }
}
