package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.Catalog;
import dev.baton.process.JsonVariables;
import dev.baton.process.Variables;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to a task: each where GET /api/tasks/{id} says it stands. */
record TaskAnswer(
        @Schema(
                description = "What is asked outside packages, by name",
                example = "{\"decision\": \"changes\", \"reason\": \"The offer has no end.\"}")
        @Nullable
        Map<String, JsonNode> answers,

        @Schema(
                description = "Fields that change, by package; fields that are left out stay, null removes one",
                example = "{\"strategyBrief\": {\"whyNow\": \"The year ends\"}}")
        @Nullable
        Map<String, JsonNode> packages,

        @Schema(
                description =
                        "Which version of each package you have seen, as GET /api/tasks/{id} gave it; left out: the one"
                                + " from when the task opened",
                example = "{\"strategyBrief\": 2}")
        @Nullable
        Map<String, Integer> versions) {

    /** As the engine takes an answer. */
    Map<String, Object> variables(Catalog catalog) {
        var errors = new ArrayList<FieldError>();
        var variables = new LinkedHashMap<String, Object>();
        given(answers).forEach((name, answer) -> {
            if (catalog.packageNames().contains(name)) {
                errors.add(new FieldError(
                        "answers." + name, "\"%s\" is a package: send it in \"packages\".".formatted(name)));
            } else if (name.equals(Variables.SHOWN_VERSIONS)) {
                errors.add(new FieldError(
                        "answers." + name, "The versions that you have seen go into \"versions\": send them there."));
            } else if (answer.isIntegralNumber() && !answer.canConvertToLong()) {
                errors.add(new FieldError(
                        "answers." + name,
                        "\"%s\" is a number beyond what Baton keeps: send it as a text.".formatted(name)));
            } else {
                variables.put(name, variable(answer));
            }
        });
        PackageDocuments.read(packages, catalog, errors)
                .forEach((name, document) -> variables.put(name, JsonVariables.variable(document)));
        PackageDocuments.refuseIfAny(errors);
        if (versions != null) {
            variables.put(Variables.SHOWN_VERSIONS, JsonVariables.variable(Json.MAPPER.valueToTree(versions)));
        }
        return variables;
    }

    private static @Nullable Object variable(JsonNode answer) {
        if (answer.isContainerNode()) {
            return JsonVariables.variable(answer);
        }
        if (answer.isFloatingPointNumber()) {
            return answer.doubleValue();
        }
        return Json.plainValue(answer);
    }

    /** What the engine's own checks refuse, with the places of this body. */
    Refusal inBody(Refusal refusal) {
        var fields = refusal.fields().stream()
                .map(error -> new FieldError(place(error.field()), error.message()))
                .toList();
        return new Refusal(refusal.kind(), String.valueOf(refusal.getMessage()), fields);
    }

    private String place(String field) {
        var name = field.split("[.]", 2)[0];
        if (given(packages).containsKey(name)) {
            return "packages." + field;
        }
        if (name.equals(Variables.SHOWN_VERSIONS)) {
            return "versions" + field.substring(name.length());
        }
        return "answers." + field;
    }

    private static Map<String, JsonNode> given(@Nullable Map<String, JsonNode> part) {
        return part == null ? Map.of() : part;
    }
}
