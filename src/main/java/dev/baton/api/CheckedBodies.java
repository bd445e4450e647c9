package dev.baton.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.engine.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Looks through every body before it is read into a record: at most 1 MiB, one JSON value, not too deep, no name twice,
 * no character or number that would not survive. A fault names its field.
 */
@ControllerAdvice(basePackageClasses = CheckedBodies.class)
class CheckedBodies extends RequestBodyAdviceAdapter {

    static final int MOST_BYTES = 1024 * 1024;

    /** What a body may put around a document: {@code packages} and its name. */
    private static final int LEVELS_AROUND = 2;

    private final StrictJson documents;
    private final StrictJson bodies;

    CheckedBodies(@Value("${baton.context.max-nesting-depth:32}") int maxNestingDepth) {
        this.documents = new StrictJson(maxNestingDepth);
        this.bodies = new StrictJson(maxNestingDepth + LEVELS_AROUND);
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (message.getHeaders().getContentLength() > MOST_BYTES) {
            throw tooLarge();
        }
        var body = message.getBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw tooLarge();
        }
        check(body, target);
        return new MappingJacksonInputMessage(new ByteArrayInputStream(body), message.getHeaders());
    }

    private static Refused tooLarge() {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "A request holds at most %,d bytes: link long documents instead of sending them."
                        .formatted(MOST_BYTES));
    }

    /** A body that is read as it comes is itself a document. */
    void check(byte[] body, Type target) {
        var json = target == ObjectNode.class ? documents : bodies;
        json.fault(body).map(StrictJson.Fault::inBody).ifPresent(fault -> {
            throw Refused.field(fault.field(), fault.message());
        });
    }
}
