package dev.baton.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
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

    private static final int MOST_LEVELS = 32;
    private static final int LONGEST_NUMBER = 60;
    private static final JsonFactory JSON = new JsonFactory();

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
        check(body);
        return new MappingJacksonInputMessage(new ByteArrayInputStream(body), message.getHeaders());
    }

    private static Refused tooLarge() {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "A request holds at most %,d bytes: link long documents instead of sending them."
                        .formatted(MOST_BYTES));
    }

    static void check(byte[] body) throws IOException {
        try (var json = JSON.createParser(body)) {
            new Walk(json).toTheEnd();
        } catch (StreamConstraintsException tooMuch) {
            throw Refused.field("body", "The JSON is nested too deeply, or holds a name or number that is too long.");
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw Refused.field(
                    "body",
                    "The body is not valid JSON%s: correct it and send it again, as UTF-8."
                            .formatted(
                                    at == null
                                            ? ""
                                            : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr())));
        }
    }

    /** One pass over the tokens. */
    private static final class Walk {

        private final JsonParser json;
        private final Deque<Set<String>> names = new ArrayDeque<>();
        private int level;

        Walk(JsonParser json) {
            this.json = json;
        }

        void toTheEnd() throws IOException {
            var over = false;
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (over) {
                    throw Refused.field("body", "The body holds more than one JSON value: send exactly one.");
                }
                look(token);
                over = level == 0;
            }
        }

        private void look(JsonToken token) throws IOException {
            switch (token) {
                case START_OBJECT -> {
                    deeper();
                    names.push(new HashSet<>());
                }
                case START_ARRAY -> deeper();
                case END_OBJECT -> {
                    level--;
                    names.pop();
                }
                case END_ARRAY -> level--;
                case FIELD_NAME -> name(json.currentName());
                case VALUE_STRING -> PlainText.fault(json.getText()).ifPresent(this::fault);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
                default -> {}
            }
        }

        private void deeper() {
            if (++level > MOST_LEVELS) {
                fault("is nested more than %d levels deep: make it flatter.".formatted(MOST_LEVELS));
            }
        }

        private void name(String name) {
            if (name.isBlank()) {
                fault("is a field without a name: name it.");
            }
            PlainText.fault(name).ifPresent(this::fault);
            if (!names.element().add(name)) {
                fault("is there twice: send it once.");
            }
        }

        private void number(String digits) {
            var value = Double.parseDouble(digits);
            if (digits.length() > LONGEST_NUMBER || Double.isInfinite(value)) {
                fault("is a number beyond what Baton keeps: send it as a text.");
            }
            if (value == 0
                    && digits.chars().takeWhile(c -> c != 'e' && c != 'E').anyMatch(c -> c > '0' && c <= '9')) {
                fault("is a number too close to zero: send 0 or a text.");
            }
        }

        private void fault(String rest) {
            var field = field();
            throw Refused.field(field, "\"%s\" %s".formatted(field, rest));
        }

        private String field() {
            var path = json.getParsingContext().pathAsPointer().toString();
            return path.isEmpty()
                    ? "body"
                    : path.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
        }
    }
}
