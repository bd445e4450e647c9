package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A field that somebody else changed since the form was opened, and that was changed here too; no value: removed. */
record FieldConflict(
        String field, @Nullable JsonNode theirs, @Nullable JsonNode mine, String changedBy, Instant changedAt) {}
