package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.packages.FieldChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a package. */
record Difference(String name, int from, int to, List<Change> changes) {

    static Difference of(String name, int from, int to, List<FieldChange> changes) {
        return new Difference(
                name,
                from,
                to,
                changes.stream()
                        .map(change -> new Change(change.field(), change.before(), change.after()))
                        .toList());
    }

    /** One field; a value that is absent was not there. */
    record Change(
            @Schema(example = "offer") String field,

            @Schema(description = "Any JSON value") @Nullable
            JsonNode before,

            @Schema(description = "Any JSON value") @Nullable
            JsonNode after) {}
}
