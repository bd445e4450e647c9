package dev.baton.camunda;

import dev.baton.shared.StrictJson;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** A file of a deployment before anybody reads it: its kind, and whether it can be read at all. */
final class UploadedFile {

    private static final int DEEPEST = 64;
    private static final Pattern MISSING = Pattern.compile("IDREF '([^']++)'");
    private static final XMLInputFactory XML = xml();

    private final String name;
    private final byte[] content;

    UploadedFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    byte[] content() {
        return content;
    }

    enum Kind {
        DIAGRAM,
        TABLE,
        FORM,
        OTHER
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    Kind kind() {
        if (name.endsWith(".bpmn")) {
            return Kind.DIAGRAM;
        }
        if (name.endsWith(".dmn")) {
            return Kind.TABLE;
        }
        return name.endsWith(".form") ? Kind.FORM : Kind.OTHER;
    }

    /** Why it cannot be deployed whatever it says; empty for a file that the other rules can read. */
    Optional<Violation> fault() {
        if (kind() == Kind.OTHER) {
            var remedy = name.toLowerCase(Locale.ROOT).matches(".*\\.cmmn\\d*(\\.xml)?")
                    ? "Baton runs no case models; draw a process (BPMN) instead."
                    : "is no diagram, table or form: deploy files that end in .bpmn, .dmn or .form, and leave this one out.";
            return Optional.of(Violation.of(ModelingRule.FILE_KIND, name, null, remedy));
        }
        return Optional.ofNullable(unreadable()).map(why -> Violation.of(ModelingRule.READABLE, name, null, why));
    }

    private @Nullable String unreadable() {
        if (new String(content, StandardCharsets.ISO_8859_1).isBlank()) {
            return "is empty: save it again and send it whole.";
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException otherwise) {
            return "is not written in UTF-8: save it again as UTF-8.";
        }
        return kind() == Kind.FORM ? notAForm() : notXml();
    }

    private @Nullable String notAForm() {
        return new StrictJson(DEEPEST)
                .fault(content)
                .map(fault -> fault.path().isEmpty() ? fault.rest() : "\"%s\" %s".formatted(fault.path(), fault.rest()))
                .orElse(null);
    }

    private @Nullable String notXml() {
        try {
            var fault = walk();
            if (fault != null) {
                return fault;
            }
            if (kind() == Kind.DIAGRAM) {
                Bpmn.readModelFromStream(new ByteArrayInputStream(content));
            } else {
                Dmn.readModelFromStream(new ByteArrayInputStream(content));
            }
            return null;
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            return "is not whole XML%s: send it again as Modeler saves it."
                    .formatted(
                            at == null || at.getLineNumber() < 0
                                    ? ""
                                    : " at line %d, column %d".formatted(at.getLineNumber(), at.getColumnNumber()));
        } catch (ModelException otherwise) {
            var reason = reason(otherwise);
            var missing = MISSING.matcher(reason);
            return missing.find()
                    ? "refers to “%s”, which it does not hold: take the reference out, in Modeler, or put the element back."
                            .formatted(missing.group(1))
                    : "is no %s as Modeler saves it: %s"
                            .formatted(kind() == Kind.DIAGRAM ? "BPMN diagram" : "DMN table", reason);
        }
    }

    /** One pass over the XML: its end, its depth, its encoding and whether it brings a DOCTYPE. */
    private @Nullable String walk() throws XMLStreamException {
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            var encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                return "says that it is written in %s: save it again as UTF-8.".formatted(encoding);
            }
            var depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> {
                        return "It has a DOCTYPE, which is never read: remove that line.";
                    }
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    return "is nested too deeply: at most %d elements lie inside each other.".formatted(DEEPEST);
                }
            }
            return null;
        } finally {
            reader.close();
        }
    }

    private static String reason(Throwable otherwise) {
        var cause = otherwise;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var text = String.valueOf(cause.getMessage()).replace('\n', ' ').strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
