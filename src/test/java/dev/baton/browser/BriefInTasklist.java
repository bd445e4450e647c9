package dev.baton.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Catalog;
import java.time.LocalDate;

/** Writes packages into a form as a person does who has them in front of them. */
public record BriefInTasklist(Tasklist tasklist, Catalog catalog) {

    /** The packages of a brief, as they are in the examples; the launch date was asked when the handoff was started. */
    public void write(JsonNode brief, Iterable<String> packages) {
        tasklist.showAllDocuments();
        ((ObjectNode) brief.get("executionBrief")).remove("launchDate");
        packages.forEach(name -> fill(name, (ObjectNode) brief.get(name)));
        packages.forEach(name -> lookOver(name, (ObjectNode) brief.get(name)));
    }

    public void fill(String name, ObjectNode document) {
        for (var field : catalog.formView(name, document).properties()) {
            fill(name + "_" + field.getKey(), field.getValue());
        }
    }

    private void fill(String field, JsonNode value) {
        if (value.isBoolean()) {
            if (value.asBoolean()) {
                tasklist.check(field);
            }
        } else if (field.endsWith("Date")) {
            tasklist.fill(field, LocalDate.parse(value.asText()));
        } else if (tasklist.input(field).isVisible()) {
            tasklist.fill(field, value.asText());
        }
    }

    /** A date picker that closes late can take back what was typed into the next field: a person sees it and types again. */
    private void lookOver(String name, ObjectNode document) {
        for (var field : catalog.formView(name, document).properties()) {
            var input = tasklist.input(name + "_" + field.getKey());
            if (field.getValue().isTextual()
                    && input.isVisible()
                    && !input.inputValue().equals(field.getValue().asText())) {
                tasklist.fill(name + "_" + field.getKey(), field.getValue().asText());
            }
        }
    }
}
