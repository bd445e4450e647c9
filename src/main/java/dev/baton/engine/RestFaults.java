package dev.baton.engine;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.spin.json.SpinJsonDataFormatException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Gives the engine's REST, and the web apps that speak it, words for what a caller got wrong before any command ran. As
 * they come they answer such a body with nothing, with Java in plain text, or with a failure. Jersey finds this by itself.
 */
@Priority(1)
public final class RestFaults implements AutoDiscoverable {

    /** Where the engine's REST takes values out of a body. */
    private static final List<String> READERS =
            List.of("org.camunda.bpm.engine.variable.", "org.camunda.bpm.engine.rest.", "org.camunda.commons.");

    private static final String TYPES = "String, Integer, Long, Double, Boolean, Date or Json.";

    @Override
    public void configure(FeatureContext rest) {
        // To OPTIONS Jersey would answer with a description of everything, made afresh.
        rest.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        rest.register(new WrongBody());
        rest.register(new WrongValue());
        rest.register(new WrongDocument());
        rest.register(new NoType());
        rest.register(new UnreadObject());
        rest.register(new NoValue());
        rest.register(new NoBody());
    }

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

    /** A value is checked as it is taken out of the body. */
    private static final class WrongValue implements ExceptionMapper<IllegalArgumentException> {

        @Override
        public Response toResponse(IllegalArgumentException thrown) {
            return isOfReader(thrown) ? refused(String.valueOf(thrown.getMessage())) : failed(thrown);
        }
    }

    /** The type of a variable is an empty text, of which the engine wants the first letter. */
    private static final class NoType implements ExceptionMapper<StringIndexOutOfBoundsException> {

        @Override
        public Response toResponse(StringIndexOutOfBoundsException thrown) {
            return isOfReader(thrown)
                    ? refused("The type of a variable is empty: leave it out, or send " + TYPES)
                    : failed(thrown);
        }
    }

    /** A value of type Object is to be compared with something. */
    private static final class UnreadObject implements ExceptionMapper<IllegalStateException> {

        @Override
        public Response toResponse(IllegalStateException thrown) {
            return isOfReader(thrown)
                    ? refused("A variable of type Object cannot be compared: send " + TYPES)
                    : failed(thrown);
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

    /** There is no body at all. */
    private static final class NoBody implements ExceptionMapper<NullPointerException> {

        @Override
        public Response toResponse(NullPointerException thrown) {
            return isOfReader(thrown) ? refused("Send a JSON object as the body, at least {}.") : failed(thrown);
        }
    }

    private static boolean isOfReader(RuntimeException thrown) {
        return Stream.of(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(step -> !step.equals(String.class.getName()))
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
