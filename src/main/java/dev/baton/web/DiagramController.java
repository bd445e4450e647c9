package dev.baton.web;

import dev.baton.board.LivingDiagram;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DiagramController {

    private static final String SVG = "image/svg+xml";

    /** A picture that is opened alone runs nothing and loads nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final LivingDiagram diagrams;
    private final Access access;

    DiagramController(LivingDiagram diagrams, Access access) {
        this.diagrams = diagrams;
        this.access = access;
    }

    @GetMapping(path = "/api/handoffs/{id}/diagram.svg", produces = SVG)
    @Operation(
            operationId = "getHandoffDiagram",
            summary = "The diagram of a handoff, with where it stands",
            description =
                    "What was passed and in what time, where it stands now, who holds it and the time left. An SVG"
                            + " picture, for a wiki, a mail or a slide. People outside the company see no names in it.")
    @Tag(name = "Handoffs")
    ResponseEntity<String> ofHandoff(@PathVariable String id) {
        var handoff = access.visible(id);
        return picture(diagrams.of(handoff)
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "How \"%s\" went is not kept any more: GET /api/handoffs/%s/journal tells what happened."
                                .formatted(handoff.campaign(), id))));
    }

    @GetMapping(path = "/api/models/{key}/diagram.svg", produces = SVG)
    @Operation(
            operationId = "getModelDiagram",
            summary = "The diagram of a model, with how long its steps take",
            description = "As it is deployed now. The warmer a step, the longer it takes, by the median of the latest"
                    + " handoffs. An SVG picture, for a wiki, a mail or a slide.")
    @Tag(name = "Handoff map")
    ResponseEntity<String> ofModel(@PathVariable String key) {
        return picture(diagrams.of(key)
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "There is no model \"%s\": GET /api/models lists those there are.".formatted(key))));
    }

    private static ResponseEntity<String> picture(String svg) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(SVG), StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", POLICY)
                .body(svg);
    }
}
