package dev.baton.packages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One version of one package, counted from 1, with who wrote it, when, and through which way in. The document is a
 * copy each time: a version never changes.
 */
public record PackageVersion(
        String handoff, String name, int version, ObjectNode document, String author, Instant at, String via) {

    /** A package nobody wrote yet: version 0, an empty document. */
    static PackageVersion unwritten(String handoff, String name, String author, Instant at, String via) {
        return new PackageVersion(handoff, name, 0, JsonNodeFactory.instance.objectNode(), author, at, via);
    }

    @Override
    public ObjectNode document() {
        return document.deepCopy();
    }
}
