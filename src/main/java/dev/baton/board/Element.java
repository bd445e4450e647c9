package dev.baton.board;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/**
 * An element as its file has it, read by names of XML: the model API has no types for some, such as ad-hoc
 * sub-processes.
 */
record Element(DomElement xml, @Nullable Element parent, int depth) {

    private static final Set<String> FOREIGN = Set.of("extensionElements", "BPMNDiagram");

    /** What a file says, by ids; the first of those that have the same. */
    static Map<String, Element> byId(DomElement root) {
        var found = new LinkedHashMap<String, Element>();
        var open = new ArrayDeque<Element>();
        open.add(new Element(root, null, 0));
        while (!open.isEmpty()) {
            var next = open.remove();
            var id = attribute(next.xml, "id");
            if (!id.isEmpty()) {
                found.putIfAbsent(id, next);
            }
            next.xml.getChildElements().stream()
                    .filter(child -> !FOREIGN.contains(child.getLocalName()))
                    .forEach(child -> open.add(new Element(child, next, next.depth + 1)));
        }
        return found;
    }

    /** The value of an attribute, empty where there is none. */
    static String attribute(@Nullable DomElement xml, String name) {
        return xml == null ? "" : Objects.requireNonNullElse(xml.getAttribute(name), "");
    }

    static @Nullable DomElement child(DomElement xml, String name) {
        return children(xml, name).findFirst().orElse(null);
    }

    private static Stream<DomElement> children(DomElement xml, String ending) {
        return xml.getChildElements().stream()
                .filter(child -> child.getLocalName().endsWith(ending));
    }

    String id() {
        return attribute("id");
    }

    /** Its name in XML, such as {@code userTask}. */
    String kind() {
        return xml.getLocalName();
    }

    String attribute(String name) {
        return attribute(xml, name);
    }

    boolean is(String attribute) {
        return isTrue(attribute(attribute));
    }

    boolean isNot(String attribute) {
        return isFalse(attribute(attribute));
    }

    static boolean isTrue(String value) {
        return value.equals("true") || value.equals("1");
    }

    static boolean isFalse(String value) {
        return value.equals("false") || value.equals("0");
    }

    boolean has(String child) {
        return child(xml, child) != null;
    }

    @Nullable
    DomElement child(String name) {
        return child(xml, name);
    }

    /** The children whose names end like this. */
    List<DomElement> children(String ending) {
        return children(xml, ending).toList();
    }

    boolean isEvent() {
        return kind().endsWith("Event");
    }

    boolean isGateway() {
        return kind().endsWith("Gateway");
    }

    boolean isSubProcess() {
        return Set.of("subProcess", "adHocSubProcess", "transaction").contains(kind());
    }

    boolean isComposed() {
        return isSubProcess() || kind().equals("callActivity");
    }

    boolean isActivity() {
        return isComposed() || kind().equals("task") || kind().endsWith("Task");
    }

    /** Whether its name stands beside it. */
    boolean isNamedOutside() {
        return isEvent() || isGateway() || kind().startsWith("data") || kind().equals("group");
    }
}
