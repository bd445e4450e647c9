package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Catalog;
import dev.baton.handoff.NewHandoff;
import dev.baton.process.JsonVariables;
import dev.baton.shared.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A handoff to start. The start form of the model says which of these it needs: see GET /api/models. */
record StartRequest(
        @Schema(
                description = "Which kind of handoff: a key of GET /api/models",
                example = "our-campaign-handoff",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String model,

        @Schema(
                description = "The handoff's public id: 1 to 120 letters, digits, dots, colons, hyphens or underscores."
                        + " Required here or as Idempotency-Key; the same key twice gives the first handoff back",
                example = "year-end-drive-2027")
        @Nullable
        String businessKey,

        @Schema(example = "Year-end giving drive", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String campaign,

        @Schema(
                description = "Decides how much context is required",
                example = "medium",
                allowableValues = {"simple", "medium", "high"})
        @Nullable
        String complexity,

        @Schema(
                description = "external: the work is done outside the company, and every answer is required",
                example = "internal",
                allowableValues = {"internal", "external"})
        @Nullable
        String executionParty,

        @Schema(
                description = "Selects a checklist",
                example = "email",
                allowableValues = {"email", "social", "paid", "web", "event"})
        @Nullable
        String campaignType,

        @Schema(
                description = "The day the audience sees it, in the team's time zone",
                example = "2027-11-30",
                format = "date")
        @Nullable
        String launchDate,

        @Schema(
                description = "transfer only: the day the receiver needs it, in the team's time zone",
                example = "2027-11-15",
                format = "date")
        @Nullable
        String needBy,

        @Schema(description = "transfer only: a key of GET /api/contracts", example = "strategy-to-creative") @Nullable
        String contract,

        @Schema(
                description = "What the start form of the model asks besides: field to a text, a number, true or false,"
                        + " or a list of texts;"
                        + " GET /api/models names them as answers.field",
                example = "{\"workLink\": \"https://work.example.org/poster-v2\"}")
        @Nullable
        Map<String, JsonNode> answers,

        @Schema(
                description = "Role to user id; a role that is left out is its group's",
                example = "{\"execution-owner\": \"ben\"}")
        @Nullable
        ObjectNode team,

        @Schema(
                description = "Who is responsible, consulted and informed, and the one who is accountable",
                example = "{\"accountable\": \"ruth\"}")
        @Nullable
        ObjectNode raci,

        @Schema(
                description = "Package name to document, as far as they are written",
                example = "{\"strategyBrief\": {\"objective\": \"Raise 50,000 euros by 31 December 2027\"}}")
        @Nullable
        Map<String, JsonNode> packages) {

    private static final int LONGEST = 200;

    private static final Set<String> NAMES = Arrays.stream(StartRequest.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Where the body holds what a start form asks for. */
    static String place(String field) {
        return field.contains(".") || NAMES.contains(field) ? field : "answers." + field;
    }

    boolean hasAnswers() {
        return answers != null && !answers.isEmpty();
    }

    /** Comes before everything else: what a start must say depends on it. */
    String model(Models models) {
        if (model == null || model.isBlank()) {
            throw Refused.field("model", "Say which model to start: GET /api/models lists them.");
        }
        return models.known(model);
    }

    /**
     * @param asked the fields that the model's start form asks for, each at its place in the body
     */
    NewHandoff toStart(String model, String key, Catalog catalog, Set<String> asked) {
        var errors = new ArrayList<FieldError>();
        if (campaignType != null && campaignType.length() > LONGEST) {
            errors.add(new FieldError("campaignType", "\"campaignType\" is one word, such as email or paid."));
        }
        var documents = PackageDocuments.read(packages, catalog, errors);
        var facts = facts(asked, errors);
        PackageDocuments.refuseIfAny(errors);
        return new NewHandoff(
                model,
                key,
                campaign == null ? "" : campaign,
                complexity,
                executionParty,
                campaignType,
                launchDate,
                needBy,
                contract,
                facts,
                team,
                raci,
                documents);
    }

    private Map<String, Object> facts(Set<String> asked, List<FieldError> errors) {
        var facts = new LinkedHashMap<String, Object>();
        if (answers == null) {
            return facts;
        }
        answers.forEach((name, answer) -> {
            var field = "answers." + name;
            if (!asked.contains(field)) {
                errors.add(new FieldError(
                        field,
                        "The start of this model does not ask for \"%s\": GET /api/models lists its questions."
                                .formatted(name)));
            } else if (answer.isIntegralNumber() && !answer.canConvertToLong()) {
                errors.add(new FieldError(
                        field, "\"%s\" is a number beyond what Baton keeps: send it as a text.".formatted(name)));
            } else if (answer.isValueNode() && !answer.isNull()) {
                facts.put(name, value(answer));
            } else if (isListOfTexts(answer)) {
                facts.put(name, JsonVariables.variable(answer));
            } else {
                errors.add(new FieldError(
                        field,
                        "\"%s\" is one answer: a text, a number, true or false, or a list of texts.".formatted(name)));
            }
        });
        return facts;
    }

    private static boolean isListOfTexts(JsonNode answer) {
        return answer.isArray()
                && answer.size() <= LONGEST
                && StreamSupport.stream(answer.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static Object value(JsonNode answer) {
        if (answer.isBoolean()) {
            return answer.asBoolean();
        }
        if (answer.isIntegralNumber()) {
            return answer.asLong();
        }
        if (answer.isNumber()) {
            return answer.asDouble();
        }
        return answer.asText();
    }
}
