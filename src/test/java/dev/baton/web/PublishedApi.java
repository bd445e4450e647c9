package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Holds every answer under /api to the committed description: its status is there, and its body is as the schema says. */
final class PublishedApi {

    private static final String ADDRESS = "https://baton.example/openapi.json";
    private static final JsonNode DESCRIPTION = read();
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(
                    OpenApi30.getInstance().getIri(), OpenApi30.getInstance())
            .keywords(Stream.of("openapi", "info", "servers", "tags", "security", "paths", "components")
                    .map(NonValidationKeyword::new)
                    .toList())
            .build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            factory -> factory.metaSchema(DIALECT)
                    .defaultMetaSchemaIri(DIALECT.getIri())
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, DESCRIPTION.toString()))));
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build();
    private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

    private PublishedApi() {}

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Files.readString(Path.of("docs/openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the description does not know, as an address that is none, is not its business. */
    static void check(String method, String target, Integrator.Answer answer) {
        template(target.split("[?]", 2)[0]).ifPresent(path -> {
            var operation = DESCRIPTION.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
            if (!operation.isMissingNode()) {
                check(method, path, operation.path("responses"), answer);
            }
        });
    }

    private static void check(String method, String path, JsonNode responses, Integrator.Answer answer) {
        var named = Integer.toString(answer.status());
        var status = responses.has(named) || answer.status() < 400 ? named : "default";
        assertThat(responses.has(status))
                .as("%s %s answers %s, which docs/openapi.json does not know".formatted(method, path, answer))
                .isTrue();
        var type = answer.header("Content-Type").split(";", 2)[0];
        var content = responses.path(status).path("content");
        if (answer.response().body().isEmpty() && content.isMissingNode()) {
            return;
        }
        assertThat(content.has(type))
                .as("%s %s answers %s as \"%s\"".formatted(method, path, answer, type))
                .isTrue();
        if (!type.contains("json")) {
            return;
        }
        var pointer =
                List.of("paths", path, method.toLowerCase(Locale.ROOT), "responses", status, "content", type, "schema");
        assertThat(schema(pointer).validate(answer.json()))
                .as("%s %s answers %s, and docs/openapi.json says something else".formatted(method, path, answer))
                .isEmpty();
    }

    private static JsonSchema schema(List<String> steps) {
        var pointer = new StringBuilder("#");
        steps.forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return KNOWN.computeIfAbsent(
                pointer.toString(), place -> SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + place), CONFIG));
    }

    /** The path of the description that an address has; one without a variable comes first. */
    private static Optional<String> template(String address) {
        return DESCRIPTION.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> address.matches(path.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(
                        path -> path.chars().filter(sign -> sign == '{').count()));
    }
}
