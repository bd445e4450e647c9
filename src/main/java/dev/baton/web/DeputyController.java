package dev.baton.web;

import dev.baton.absence.Absences;
import dev.baton.process.Facts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/people/{id}/deputies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "People")
class DeputyController {

    private final Absences absences;

    DeputyController(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    @Operation(
            operationId = "listDeputies",
            summary = "Who acts for a person, today and later, by day",
            description = "Those who work inside the company see everybody's, others their own.")
    Items<DeputyView> deputies(@PathVariable String id) {
        return new Items<>(absences.of(id).stream().map(DeputyView::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "nameDeputy",
            summary = "Name who acts for a person who is away",
            description =
                    "The deputy gets the person's open tasks on the first day, at once where that is today, and new"
                            + " ones until the last day; then what is open returns. What somebody was given by hand"
                            + " meanwhile stays with them. A person has one deputy at a time, a deputy who is away too"
                            + " passes on to their own, and circles are refused. For oneself; for others managers and"
                            + " operations do it.")
    NamedDeputy name(@PathVariable String id, @RequestBody DeputyRequest body) {
        return NamedDeputy.of(absences.add(id, body.toName()));
    }

    @DeleteMapping("/{firstDay}")
    @Operation(
            operationId = "takeDeputyBack",
            summary = "Take a deputy back",
            description = "What the deputy still holds returns to the person. For oneself; for others managers and"
                    + " operations do it.")
    MovedTasks takeBack(
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "string", format = "date"), example = "2027-03-01") @PathVariable
                    String firstDay) {
        return new MovedTasks(absences.end(id, Facts.day("firstDay", firstDay)));
    }
}
