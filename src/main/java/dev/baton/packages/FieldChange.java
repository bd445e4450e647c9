package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A field that differs between two versions; no value means the field was not there. */
public record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {}
