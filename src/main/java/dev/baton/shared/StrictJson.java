package dev.baton.shared;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through JSON before anybody reads it: one value, not too deep, no name twice or empty, no character and no number
 * that would not come back as it was sent.
 */
public final class StrictJson {

    private static final int LONGEST_NUMBER = 60;

    /**
     * What is wrong.
     *
     * @param path names down to the value, joined by dots; empty for the document as a whole
     * @param rest of a sentence that begins with the name of the value, and ends with what to do
     */
    public record Fault(String path, String rest) {

        /** The same in a request's body. */
        public FieldError inBody() {
            return path.isEmpty()
                    ? new FieldError("body", "The body " + rest)
                    : new FieldError(path, "\"%s\" %s".formatted(path, rest));
        }
    }

    private final int maxLevels;

    /** @param maxLevels lists and objects inside each other */
    public StrictJson(int maxLevels) {
        this.maxLevels = maxLevels;
    }

    /** The first fault of a document, if there is one. */
    public Optional<Fault> fault(byte[] document) {
        try (var json = Json.MAPPER.createParser(document)) {
            new Walk(json, maxLevels).toTheEnd();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fault);
        } catch (StreamConstraintsException tooMuch) {
            return whole("holds a name or a number that is too long: shorten it.");
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            return whole("is not valid JSON%s: correct it and send it again, as UTF-8.".formatted(where));
        } catch (IOException unreadable) {
            return whole("is not valid JSON: correct it and send it again, as UTF-8.");
        }
    }

    private static Optional<Fault> whole(String rest) {
        return Optional.of(new Fault("", rest));
    }

    /** Ends the walk at the first fault. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Found(Fault fault) {
            super(fault.rest(), null, false, false);
            this.fault = fault;
        }
    }

    /** One pass over the tokens. */
    private static final class Walk {

        private final JsonParser json;
        private final int maxLevels;
        private final Deque<Set<String>> names = new ArrayDeque<>();
        private int level;

        Walk(JsonParser json, int maxLevels) {
            this.json = json;
            this.maxLevels = maxLevels;
        }

        void toTheEnd() throws IOException {
            var token = json.nextToken();
            if (token == null) {
                throw new Found(new Fault("", "is empty: send a JSON value, for example {}."));
            }
            for (var over = false; token != null; token = json.nextToken()) {
                if (over) {
                    throw new Found(new Fault("", "holds more than one JSON value: send exactly one."));
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
            if (++level > maxLevels) {
                throw new Found(new Fault(
                        "", "is nested too deeply: at most %d levels fit, make it flatter.".formatted(maxLevels)));
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
            throw new Found(new Fault(path(), rest));
        }

        private String path() {
            var pointer = json.getParsingContext().pathAsPointer().toString();
            return pointer.isEmpty()
                    ? ""
                    : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
        }
    }
}
