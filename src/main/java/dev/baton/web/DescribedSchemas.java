package dev.baton.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What generators and validators need to know of schemas, and Java's types do not say. */
final class DescribedSchemas {

    private static final Map<String, List<BigDecimal>> RANGES = Map.of(
            "page", List.of(BigDecimal.ZERO),
            "size", List.of(BigDecimal.ONE, BigDecimal.valueOf(200)),
            "limit", List.of(BigDecimal.ONE, BigDecimal.valueOf(200)));

    private DescribedSchemas() {}

    static void complete(OpenAPI description) {
        description.getComponents().getSchemas().values().forEach(DescribedSchemas::complete);
        description.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(DescribedSchemas::complete);
    }

    private static void complete(Operation operation) {
        Stream.concat(
                        Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()),
                        operation.getResponses().values().stream().map(response -> response.getContent()))
                .filter(Objects::nonNull)
                .map(Content::values)
                .flatMap(Collection::stream)
                .map(media -> media.getSchema())
                .filter(DescribedSchemas::isBare)
                .forEach(document -> document.setAdditionalProperties(true));
        Stream.ofNullable(operation.getParameters()).flatMap(List::stream).forEach(DescribedSchemas::range);
    }

    private static void range(Parameter parameter) {
        var range = RANGES.getOrDefault(parameter.getName(), List.of());
        if (!range.isEmpty()) {
            parameter.getSchema().setMinimum(range.get(0));
        }
        if (range.size() > 1) {
            parameter.getSchema().setMaximum(range.get(1));
        }
    }

    private static void complete(Schema<?> schema) {
        if (isBare(schema)) {
            // A field that may hold any JSON value is an object to Java.
            schema.setType(null);
            return;
        }
        if ("array".equals(schema.getType()) && schema.getExample() != null && !isList(schema.getExample())) {
            schema.setExample(List.of(schema.getExample()));
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            complete(values);
        }
        if (schema.getItems() != null) {
            complete(schema.getItems());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(DescribedSchemas::complete);
        }
        if (schema.getRequired() != null) {
            schema.setRequired(schema.getRequired().stream().distinct().toList());
        }
    }

    private static boolean isList(Object example) {
        return example instanceof Iterable || String.valueOf(example).startsWith("[");
    }

    /** An object of which nothing is known. */
    private static boolean isBare(@Nullable Schema<?> schema) {
        return schema != null
                && "object".equals(schema.getType())
                && schema.get$ref() == null
                && schema.getProperties() == null
                && schema.getAdditionalProperties() == null;
    }
}
