package dev.baton.camunda;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.spin.json.SpinJsonDataFormatException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Gives the engine's REST, and the web apps that speak it, words for what a caller got wrong before any command ran. As
 * they come they answer such a body with nothing, with Java in plain text, or with a failure. Jersey finds this by itself.
 */
@Priority(1)
public final class EngineRestExceptionMappers implements AutoDiscoverable {

    /** Where the engine's REST takes values out of a body. */
    private static final List<String> READERS =
            List.of("org.camunda.bpm.engine.variable.", "org.camunda.bpm.engine.rest.", "org.camunda.commons.");

    @Override
    public void configure(FeatureContext rest) {
        // To OPTIONS Jersey would answer with a description of everything, made afresh.
        rest.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        rest.register(new WrongBody());
        rest.register(new WrongValue());
        rest.register(new WrongDocument());
        rest.register(new NoValue());
        rest.register(new Refused());
    }

    /** A rule is broken: which fields break it stands beside the sentence, for forms to show it where somebody looks. */
    private static final class Refused implements ExceptionMapper<InvalidRequestException> {

        @Override
        public Response toResponse(InvalidRequestException thrown) {
            var answer = failed(thrown);
            return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                    .filter(Refusal.class::isInstance)
                    .map(Refusal.class::cast)
                    .filter(refusal -> !refusal.fields().isEmpty())
                    .findFirst()
                    .map(refusal -> Response.fromResponse(answer)
                            .entity(new RefusedFields((ExceptionDto) answer.getEntity(), refusal.fields()))
                            .build())
                    .orElse(answer);
        }
    }

    private record RefusedFields(@JsonUnwrapped ExceptionDto error, List<FieldError> fields) {}

    /** A variable of type Json holds something else. */
    private static final class WrongDocument implements ExceptionMapper<SpinJsonDataFormatException> {

        @Override
        public Response toResponse(SpinJsonDataFormatException thrown) {
            return refused("A value of type Json is not valid JSON: correct it and send it again.");
        }
    }

    /** A field of the body is unknown or of another type. */
    private static final class WrongBody implements ExceptionMapper<MismatchedInputException> {

        @Override
        public Response toResponse(MismatchedInputException mismatch) {
            return refused(UnreadableJson.inWords(mismatch).message());
        }
    }

    /** Something breaks as values are taken out of the body. */
    private static final class WrongValue implements ExceptionMapper<RuntimeException> {

        @Override
        public Response toResponse(RuntimeException thrown) {
            return isOfReader(thrown) ? refused(sentence(thrown)) : failed(thrown);
        }

        private static String sentence(RuntimeException thrown) {
            if (thrown instanceof IllegalArgumentException) {
                return String.valueOf(thrown.getMessage());
            }
            if (thrown instanceof NullPointerException) {
                return "Send a JSON object as the body, at least {}.";
            }
            return "A variable cannot be read, or not be compared: send it as String, Integer, Long, Double, Boolean,"
                    + " Date or Json, without anything odd in its type or its valueInfo.";
        }
    }

    /** What a query cannot do without is asked for as it is put together; inside a command others have the word. */
    private static final class NoValue implements ExceptionMapper<NullValueException> {

        @Override
        public Response toResponse(NullValueException thrown) {
            var inCommand = Stream.of(thrown.getStackTrace())
                    .anyMatch(step -> step.getClassName().startsWith("org.camunda.bpm.engine.impl.interceptor."));
            return inCommand
                    ? failed(thrown)
                    : refused("Something is missing, the engine says: %s. Send it.".formatted(thrown.getMessage()));
        }
    }

    private static boolean isOfReader(RuntimeException thrown) {
        return Stream.of(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(step -> !step.startsWith("java."))
                .findFirst()
                .filter(step -> READERS.stream().anyMatch(step::startsWith))
                .isPresent();
    }

    private static Response failed(RuntimeException thrown) {
        return ExceptionHandlerHelper.getInstance().getResponse(thrown);
    }

    private static Response refused(String sentence) {
        var answer = new ExceptionDto();
        answer.setType("InvalidRequestException");
        answer.setMessage(sentence);
        return Response.status(Status.BAD_REQUEST)
                .entity(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
