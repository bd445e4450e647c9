package dev.baton.deployment;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.camunda.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "Whether files could be deployed, and what is wrong with them. Nothing was deployed.")
record CheckedDeployment(
        @Schema(description = "Whether a deployment of these files would go through.")
        boolean deployable,

        @Schema(description = "Everything that breaks a rule, what is only warned about included.")
        List<BrokenRule> violations) {

    @Schema(description = "A rule that a file breaks.")
    record BrokenRule(
            @Schema(description = "Id of the rule, as in the table of docs/modelling.md.", example = "review-deadline")
            String rule,

            @Schema(
                    description = "An error keeps the files from being deployed; a warning does not.",
                    allowableValues = {"error", "warning"})
            String severity,

            @Schema(description = "Name of the file.", example = "transfer.bpmn")
            String file,

            @Schema(
                    description =
                            "Id of the element, component or decision; left out where the file as a whole is meant.",
                    example = "timer_reviewPost48h")
            @Nullable
            String element,

            @Schema(
                    description = "What is wrong and what to do, in one sentence.",
                    example =
                            "“48 h” fires at “PT48H”: write ${deadline.hours(48)}, with a whole number of hours above zero.")
            String message) {}

    static CheckedDeployment of(List<Violation> found, DeploymentCheck check) {
        return new CheckedDeployment(
                found.stream().allMatch(violation -> check.isWarning(violation.rule())),
                found.stream()
                        .map(violation -> new BrokenRule(
                                violation.rule().id(),
                                check.isWarning(violation.rule()) ? "warning" : "error",
                                violation.file(),
                                violation.element(),
                                violation.message()))
                        .toList());
    }
}
