package dev.baton.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoff map")
class ModelController {

    private final Models models;

    ModelController(Models models) {
        this.models = models;
    }

    @GetMapping
    @Operation(
            operationId = "listModels",
            summary = "The kinds of handoff that can be started",
            description = "Each with what it is for and what its start form asks.")
    Items<Model> models() {
        return new Items<>(models.all());
    }
}
