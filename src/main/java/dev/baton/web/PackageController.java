package dev.baton.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.PackageChanges;
import dev.baton.packages.PackageVersion;
import dev.baton.packages.UnknownVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/handoffs/{id}/packages", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Packages")
class PackageController {

    private final ContextStore context;
    private final PackageChanges changes;
    private final DeployedContracts contracts;
    private final Access access;

    PackageController(ContextStore context, PackageChanges changes, DeployedContracts contracts, Access access) {
        this.context = context;
        this.changes = changes;
        this.contracts = contracts;
        this.access = access;
    }

    @GetMapping
    @Operation(operationId = "listPackages", summary = "The packages of a handoff that somebody has written")
    Items<VersionView> packages(@PathVariable String id) {
        var handoff = access.visible(id);
        return new Items<>(context.latest(handoff.id()).values().stream()
                .map(VersionView::of)
                .toList());
    }

    @GetMapping("/{name}")
    @Operation(
            operationId = "getPackage",
            summary = "The latest version of a package",
            description = "The ETag is its version; a package that nobody has written yet is {} with version 0.")
    @ApiResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, in quotes",
                            schema = @Schema(type = "string", example = "\"3\"")),
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<ObjectNode> latest(@PathVariable String id, @PathVariable String name) {
        var handoff = access.visible(id);
        demandKnown(handoff.id(), name);
        return context.latest(handoff.id(), name)
                .map(PackageController::document)
                .orElseGet(() -> ResponseEntity.ok().eTag("0").body(JsonNodeFactory.instance.objectNode()));
    }

    @PatchMapping(
            path = "/{name}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "changePackage",
            summary = "Change fields of a package",
            description =
                    "As application/merge-patch+json by RFC 7396; as application/json fields at the top level are replaced"
                            + " whole. null removes, what is not named stays. Changes that others made since the version in"
                            + " If-Match stay too; a field that both changed is a 409.")
    @ApiResponse(
            responseCode = "200",
            description = "The document as it is now; where nothing changed there is no new version",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, in quotes",
                            schema = @Schema(type = "string", example = "\"4\"")),
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<ObjectNode> change(
            @PathVariable String id,
            @PathVariable String name,
            @Parameter(description = "The ETag of the version you have seen; required", example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(type = "object", example = "{\"offer\": \"Free trial\"}")))
                    @RequestBody
                    ObjectNode fields) {
        var handoff = access.visible(id);
        contracts.catalog().requirements(name);
        access.toChangePackages(handoff);
        var seen = new SeenVersion(ifMatch).number(() -> version(handoff.id(), name));
        try {
            return document(changes.change(handoff.id(), name, seen, changed(handoff.id(), name, seen, type, fields)));
        } catch (UnknownVersion unknown) {
            throw new Refused(ProblemKind.STALE, unknown.getMessage() + " Read the package again and use its ETag.");
        }
    }

    private ObjectNode changed(String handoff, String name, int seen, MediaType type, ObjectNode patch) {
        return type.isCompatibleWith(MediaType.valueOf(MergePatch.MEDIA_TYPE))
                ? MergePatch.fields(
                        context.version(handoff, name, seen)
                                .map(PackageVersion::document)
                                .orElseGet(JsonNodeFactory.instance::objectNode),
                        patch)
                : patch;
    }

    @GetMapping("/{name}/versions")
    @Operation(operationId = "listVersions", summary = "Every version of a package, the first one first")
    Paged<VersionView> versions(
            @PathVariable String id,
            @PathVariable String name,
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size) {
        Paged.check(page, size);
        var handoff = access.visible(id);
        demandKnown(handoff.id(), name);
        return new Paged<>(
                context.versions(handoff.id(), name, Paged.first(page, size), size).stream()
                        .map(VersionView::of)
                        .toList(),
                page,
                size,
                version(handoff.id(), name));
    }

    @GetMapping("/{name}/versions/{version}")
    @Operation(operationId = "getVersion", summary = "A package as it was in one version")
    VersionView.WithDocument version(@PathVariable String id, @PathVariable String name, @PathVariable int version) {
        var handoff = access.visible(id);
        demandKnown(handoff.id(), name);
        return context.version(handoff.id(), name, version)
                .map(VersionView.WithDocument::of)
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "The package \"%s\" has no version %d; its latest is %d."
                                .formatted(name, version, version(handoff.id(), name))));
    }

    @GetMapping("/{name}/diff")
    @Operation(operationId = "diffPackage", summary = "The fields that differ between two versions of a package")
    Difference diff(
            @PathVariable String id,
            @PathVariable String name,
            @Parameter(description = "The earlier version; left out: the one before \"to\"; 0: the empty beginning")
                    @RequestParam(required = false)
                    @Nullable
                    Integer from,
            @Parameter(description = "The later version; left out: the latest")
                    @RequestParam(required = false)
                    @Nullable
                    Integer to) {
        var handoff = access.visible(id);
        demandKnown(handoff.id(), name);
        var last = to == null ? version(handoff.id(), name) : to;
        var first = from == null ? Math.max(0, last - 1) : from;
        return Difference.of(name, first, last, context.diff(handoff.id(), name, first, last));
    }

    /** What was written stays readable, also where the tables no longer ask for such a package. */
    private void demandKnown(String handoff, String name) {
        if (context.latest(handoff, name).isEmpty()) {
            contracts.catalog().requirements(name);
        }
    }

    private int version(String handoff, String name) {
        return context.latest(handoff, name).map(PackageVersion::version).orElse(0);
    }

    private static ResponseEntity<ObjectNode> document(PackageVersion version) {
        return ResponseEntity.ok().eTag(Integer.toString(version.version())).body(version.document());
    }
}
