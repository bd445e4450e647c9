package dev.baton.web;

import dev.baton.spokendecision.DuplicateSpokenDecision;
import dev.baton.spokendecision.SpokenDecisionEntry;
import dev.baton.spokendecision.SpokenDecisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/handoffs/{id}/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Spoken decisions")
class DecisionController {

    private final SpokenDecisionEntry entry;
    private final SpokenDecisions decisions;
    private final Access access;

    DecisionController(SpokenDecisionEntry entry, SpokenDecisions decisions, Access access) {
        this.entry = entry;
        this.decisions = decisions;
        this.access = access;
    }

    @GetMapping
    @Operation(
            operationId = "listDecisions",
            summary = "Every spoken decision of a handoff, the one entered first first",
            description = "Only those that are confirmed count.")
    Paged<DecisionView> decisions(
            @PathVariable String id,
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "200") int size) {
        var handoff = access.visible(id);
        return Paged.of(
                decisions.of(handoff.id()).stream().map(DecisionView::of).toList(), page, size);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "enterDecision",
            summary = "Enter what was decided in a conversation",
            description = "It counts once the other side has completed the task \"Confirm the spoken decision\". It"
                    + " changes no package: where it disagrees with one, change that too. For those who take part in"
                    + " the handoff.")
    @ApiResponse(responseCode = "201", description = "Entered; the other side is asked to confirm it")
    @ApiResponse(
            responseCode = "200",
            description = "You have entered the same before: here it is",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    ResponseEntity<DecisionView> enter(@PathVariable String id, @RequestBody DecisionRequest body) {
        var handoff = access.visible(id);
        try {
            var entered = entry.enter(handoff, body.toEnter());
            return ResponseEntity.status(HttpStatus.CREATED).body(DecisionView.of(entered));
        } catch (DuplicateSpokenDecision already) {
            return ResponseEntity.ok(DecisionView.of(already.first()));
        }
    }
}
