package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task, what it asks, and what whoever answers has to know. */
record TaskDetails(
        TaskView task,

        @Schema(description = "What its answer is made of, in the order of its form")
        List<Question> questions,

        @Schema(description = "The packages that it asks about or shows")
        List<ShownPackage> packages,

        @Schema(
                description =
                        "What the packages still miss, judged now; absent while no gate has found anything missing")
        @Nullable
        List<GapView> gaps,

        @Schema(
                description = "What else its form knows, by name: words of others, dates, links",
                example = "{\"campaign\": \"Year-end giving drive\"}")
        Map<String, JsonNode> facts) {

    /** The latest version of a package. */
    record ShownPackage(
            @Schema(example = "strategyBrief") String name,

            @Schema(description = "Send it back in versions; 0: nobody has written it yet")
            int version,

            @Schema(description = "Whether the task asks for fields of it")
            boolean asked,

            ObjectNode document) {}
}
