package dev.baton.deployment;

import dev.baton.camunda.DeploymentCheck;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
@RequestMapping(path = DeploymentUploads.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deployments")
class DeploymentCheckController {

    /** What the engine's own deployment takes besides files, so that the same request can be sent to both. */
    private static final Set<String> OF_A_DEPLOYMENT = Set.of(
            "deployment-name", "deployment-source", "enable-duplicate-filtering", "deploy-changed-only", "tenant-id");

    private final DeploymentCheck check;

    /** The request as it is described: a part may have any name, what counts is its file name. */
    @Schema(name = "DeploymentFiles")
    private record Files(
            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description =
                                            "Each with its file name, such as transfer.bpmn; the part may have another name"),
                    schema = @Schema(type = "string", format = "binary"))
            List<MultipartFile> files) {}

    DeploymentCheckController(DeploymentCheck check) {
        this.check = check;
    }

    @PostMapping(path = DeploymentUploads.CHECK, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "checkDeployment",
            summary = "What a deployment would be refused for",
            description =
                    "Holds diagrams, tables and forms to every rule, together with what is deployed already, and deploys nothing. Takes the same multipart request as the engine's POST /engine-rest/deployment/create: one part per file. For operations and administrators.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Files.class))))
    CheckedDeployment check(MultipartHttpServletRequest request) throws IOException {
        refuseUnknown(request.getParameterMap());
        var files = new TreeMap<String, byte[]>();
        for (var parts : request.getMultiFileMap().values()) {
            for (var file : parts) {
                if (files.put(name(file), file.getBytes()) != null) {
                    throw Refusal.of(name(file), "\"%s\" is sent twice: send each file once.".formatted(name(file)));
                }
            }
        }
        if (files.isEmpty()) {
            throw Refusal.of(
                    "files",
                    "No file is there: send at least one part with a file, such as -F transfer.bpmn=@transfer.bpmn.");
        }
        return CheckedDeployment.of(check.violations(files), check);
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? file.getName() : name;
    }

    private static void refuseUnknown(Map<String, String[]> fields) {
        var errors = new ArrayList<FieldError>();
        fields.forEach((name, values) -> {
            if (!OF_A_DEPLOYMENT.contains(name)) {
                errors.add(new FieldError(
                        name,
                        "\"%s\" is no part of a deployment: leave it out, or send it as a file.".formatted(name)));
            } else if (name.equals("tenant-id") && !String.join("", values).isBlank()) {
                errors.add(new FieldError(
                        name, "\"tenant-id\" names a tenant, and Baton serves one team: leave it empty."));
            }
        });
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
    }
}
