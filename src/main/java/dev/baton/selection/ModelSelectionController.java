package dev.baton.selection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/model-selection", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoff map")
class ModelSelectionController {

    private final ModelSelection selection;

    ModelSelectionController(ModelSelection selection) {
        this.selection = selection;
    }

    /** What a team says about itself. */
    @Schema(name = "ModelSelectionRequest")
    record Asked(
            @Schema(
                    description = "How many people work on the campaign, 1 to 10,000",
                    example = "5",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Integer teamSize,

            @Schema(
                    description = "Whom the team works with; required for a team of one or two",
                    example = "neither",
                    allowableValues = {"agency", "freelancers", "neither"})
            @Nullable
            String partner,

            @Schema(
                    description = "simple: one channel; medium: several, or a launch; high: a rebrand, an expansion",
                    example = "medium",
                    allowableValues = {"simple", "medium", "high"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String complexity,

            @Schema(
                    example = "moderate",
                    allowableValues = {"tight", "moderate", "healthy"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String budget,

            @Schema(
                    example = "flexible",
                    allowableValues = {"fast", "flexible", "quality-focused"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String time) {

        TeamAnswers answers() {
            var words = new HashMap<String, @Nullable String>();
            words.put(Axis.PARTNER, partner);
            words.put("complexity", complexity);
            words.put("budget", budget);
            words.put("time", time);
            return TeamAnswers.of(teamSize, words);
        }
    }

    /** What one axis says. */
    @Schema(name = "ModelSelectionAxis")
    record Reason(
            @Schema(example = "team size") String axis,

            @Schema(description = "What was answered", example = "5 people")
            String answer,

            @Schema(description = "The models that this answer speaks for, the best first")
            List<String> models,

            @Schema(example = "Three to seven people can meet every day and decide together.")
            String reason,

            @Schema(description = "What goes with these models") @Nullable
            String advice) {

        static Reason of(Vote vote) {
            return new Reason(
                    vote.axis().inWords(),
                    vote.answer(),
                    vote.models(),
                    vote.reason(),
                    vote.advice().isEmpty() ? null : vote.advice());
        }
    }

    /** What the answers speak for. */
    @Schema(name = "RecommendedModel")
    record Recommended(
            @Schema(description = "A key, to be started with POST /api/handoffs", example = "our-campaign-handoff")
            String model,

            @Schema(example = "our-other-handoff") @Nullable String runnerUp,

            @Schema(description = "One for each axis") List<Reason> reasons,

            @Schema(description = "What speaks against it, in sentences")
            List<String> warnings) {

        static Recommended of(Recommendation recommendation) {
            return new Recommended(
                    recommendation.model(),
                    recommendation.runnerUp(),
                    recommendation.votes().stream().map(Reason::of).toList(),
                    recommendation.warnings());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "selectModel",
            summary = "Which model fits a team",
            description = "By the table model-selection. Nothing is stored, nothing starts.")
    Recommended select(@RequestBody Asked body) {
        return Recommended.of(selection.recommend(body.answers()));
    }
}
