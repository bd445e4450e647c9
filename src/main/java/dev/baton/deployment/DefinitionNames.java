package dev.baton.deployment;

import dev.baton.camunda.Definition;
import dev.baton.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.jspecify.annotations.Nullable;

/** Which processes, decisions or form a file holds. */
final class DefinitionNames {

    private static final XMLInputFactory XML = xml();

    private DefinitionNames() {}

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** None for a file that cannot be read. */
    static Set<Definition.Name> in(String file, byte[] content) {
        try {
            return file.endsWith(".form") ? form(content) : definitions(content);
        } catch (XMLStreamException | IOException unreadable) {
            return Set.of();
        }
    }

    /** Their names alone: at each start all files are asked for them. */
    private static Set<Definition.Name> definitions(byte[] content) throws XMLStreamException {
        var names = new HashSet<Definition.Name>();
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    var kind = kind(reader);
                    var id = reader.getAttributeValue(null, "id");
                    if (kind != null && id != null) {
                        names.add(new Definition.Name(kind, id));
                    }
                }
            }
        } finally {
            reader.close();
        }
        return names;
    }

    private static Definition.@Nullable Kind kind(XMLStreamReader element) {
        return switch (element.getLocalName()) {
            case BpmnModelConstants.BPMN_ELEMENT_PROCESS ->
                Boolean.parseBoolean(element.getAttributeValue(null, BpmnModelConstants.BPMN_ATTRIBUTE_IS_EXECUTABLE))
                        ? Definition.Kind.PROCESS
                        : null;
            case DmnModelConstants.DMN_ELEMENT_DECISION -> Definition.Kind.DECISION;
            default -> null;
        };
    }

    private static Set<Definition.Name> form(byte[] content) throws IOException {
        var id = Json.MAPPER.readTree(content).path("id");
        return id.isTextual() ? Set.of(new Definition.Name(Definition.Kind.FORM, id.asText())) : Set.of();
    }
}
