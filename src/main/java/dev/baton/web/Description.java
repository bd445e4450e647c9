package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.baton.journal.EventType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What `/v3/api-docs` says of the API as a whole: the login, and which problems each operation may answer with. */
@Configuration(proxyBeanMethods = false)
class Description {

    private static final String LOGIN = "basic";
    private static final String TOKEN = "bearer";
    private static final String RECORDS = "dev.baton.";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Baton")
                        .version("1")
                        .description("Marketing handoffs for integrators: start them, see where they stand, change the"
                                + " packages that move with them. Moments are UTC in ISO 8601, days are in the team's time"
                                + " zone. Everything that goes wrong is a problem of RFC 9457."))
                .tags(List.of(
                        tag(
                                "Handoff map",
                                "What there is: kinds of handoff, and what has to move with each transition"),
                        tag("Handoffs", "Start them, see where they stand, stop them"),
                        tag("Packages", "The context that moves with a handoff: versioned JSON documents"),
                        tag(
                                "Spoken decisions",
                                "What was decided in a conversation, and whether the other side confirmed it"),
                        tag("Tasks", "What waits for the person who asks, and answering it"),
                        tag("Deployments", "Diagrams, tables and forms: what is deployed, and whether more may be"),
                        tag("Tokens", "What scripts sign in with")))
                .servers(List.of(new Server().url("/").description("This Baton")))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("A person of the engine with password"))
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of POST /api/tokens, or of the provider that signs"
                                                + " people in")));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    /** Packages are objects of any fields. */
    @Bean
    static SpringDocUtils anyJson() {
        return SpringDocUtils.getConfig()
                .replaceWithSchema(ObjectNode.class, new ObjectSchema().additionalProperties(true))
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON value"));
    }

    /** A record's component is always there unless it is declared nullable. */
    @Bean
    ModelConverter presentUnlessNullable() {
        return (type, context, others) -> {
            var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
            var record =
                    TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
            if (schema != null && record.isRecord() && record.getName().startsWith(RECORDS)) {
                var reference = schema.get$ref();
                var model = reference == null
                        ? schema
                        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
                if (model != null) {
                    required(record).forEach(model::addRequiredItem);
                }
            }
            return schema;
        };
    }

    private static Stream<String> required(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName);
    }

    /** The kinds of events are those that there are records of. */
    @Bean
    @SuppressWarnings("unchecked")
    OpenApiCustomizer kindsOfEvents() {
        return description -> {
            var event = Objects.requireNonNull(
                    description.getComponents().getSchemas().get(EventView.class.getSimpleName()));
            var kind = (Schema<Object>)
                    Objects.requireNonNull(event.getProperties().get("kind"));
            kind.setEnum(List.copyOf(EventType.names()));
        };
    }

    @Bean
    OpenApiCustomizer problemsOfEachOperation() {
        return description -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach(description.getComponents()::addSchemas);
            description
                    .getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        problems(path, method, operation)
                                .forEach(
                                        (status, meaning) -> add(operation, Integer.toString(status.value()), meaning));
                        add(operation, "default", "Whatever else goes wrong");
                        if (method == HttpMethod.GET) {
                            revalidated(operation);
                        }
                    }));
        };
    }

    /** Comes last: what the others have added is completed too. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    OpenApiCustomizer completeSchemas() {
        return DescribedSchemas::complete;
    }

    private static Map<HttpStatus, String> problems(String path, HttpMethod method, Operation operation) {
        var problems = new LinkedHashMap<HttpStatus, String>();
        var reads = method == HttpMethod.GET;
        if (!reads || operation.getParameters() != null || path.contains("{")) {
            problems.put(HttpStatus.BAD_REQUEST, "A field, parameter or header is wrong; errors names each");
        }
        problems.put(HttpStatus.UNAUTHORIZED, "No known person, or a wrong password");
        if (!reads || path.startsWith("/api/handoffs")) {
            problems.put(HttpStatus.FORBIDDEN, "The person may not do this");
        }
        if (path.contains("{")) {
            problems.put(HttpStatus.NOT_FOUND, "There is no such thing, or the person may not see it");
        }
        if (!reads) {
            problems.put(HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than 1 MiB");
            problems.put(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not JSON");
        }
        if (List.of("changePackage", "changeHandoff", "moveDeadline", "cancelHandoff", "enterDecision", "answerTask")
                .contains(operation.getOperationId())) {
            problems.put(HttpStatus.CONFLICT, "It has changed in the meantime, or the handoff is over");
        }
        if ("changePackage".equals(operation.getOperationId())) {
            problems.put(HttpStatus.PRECONDITION_FAILED, "The version in If-Match does not exist");
            problems.put(HttpStatus.PRECONDITION_REQUIRED, "If-Match is missing");
        }
        problems.put(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords; Retry-After says how long to wait");
        return problems;
    }

    private static void revalidated(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(HttpHeaders.IF_NONE_MATCH)
                .description("The ETag of what you have")
                .example("\"3\"")
                .schema(new StringSchema()));
        operation
                .getResponses()
                .addApiResponse("304", new ApiResponse().description("Nothing has changed since that ETag"));
        Optional.ofNullable(operation.getResponses().get("200"))
                .ifPresent(answer -> answer.addHeaderObject(
                        HttpHeaders.ETAG,
                        new Header().description("Changes with the answer").schema(new StringSchema())));
    }

    private static void add(Operation operation, String status, String meaning) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(meaning)
                                .content(new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new MediaType().schema(schema))));
    }
}
