package dev.baton.deployment;

import dev.baton.camunda.Definition;
import dev.baton.deployment.CheckedDeployment.BrokenRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "One page of deployments, and what of Baton's own files is not in force.")
record DeploymentPage(
        List<DeploymentView> items,
        @Schema(description = "Counted from 0") int page,
        int size,
        @Schema(description = "Of all pages together") long total,

        @Schema(
                description =
                        "Files that changed since Baton last deployed them, and that did not take the place of what operations have deployed.")
        List<LeftAside> leftAside,

        @Schema(description = "Files that break a rule, or cannot be read: what was in force before them still is.")
        List<BrokenRule> refused) {

    @Schema(name = "Deployment")
    record DeploymentView(
            String id,
            @Nullable String name,

            @Schema(
                    description =
                            "shipped: came with Baton; folder: lay in the folder of operations; operations: deployed by somebody",
                    allowableValues = {"shipped", "folder", "operations"})
            String source,

            @Schema(description = "In UTC") Instant deployedAt,

            @Schema(description = "User id; left out where Baton did it, or where nobody remembers") @Nullable
            String deployedBy,

            List<DefinitionView> definitions) {}

    @Schema(name = "Definition", description = "A process, a table or a form in one version.")
    record DefinitionView(
            @Schema(allowableValues = {"process", "table", "form"})
            String kind,

            @Schema(example = "website-update") String key,
            int version) {

        static DefinitionView of(Definition definition) {
            return new DefinitionView(definition.kind().word(), definition.key(), definition.version());
        }
    }

    @Schema(name = "LeftAside", description = "A file, and what is in force instead.")
    record LeftAside(
            @Schema(description = "Name of the file.", example = "transfer.bpmn")
            String file,

            @Schema(description = "What is in force instead.")
            DefinitionView inForce,

            @Schema(
                    description =
                            "A unified diff without context, from what is in force to the file; long ones are cut, and say so.")
            List<String> difference) {

        static LeftAside of(Shipping.LeftAside aside) {
            return new LeftAside(aside.file(), DefinitionView.of(aside.inForce()), aside.difference());
        }
    }
}
