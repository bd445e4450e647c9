package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge, field by field at the top level of a document. What a person did not change keeps the latest value,
 * what the form did not show survives, and what two people changed differently is a conflict.
 */
public final class Merge {

    private Merge() {}

    /** What came out: one of {@link Merged} and {@link Conflict}. */
    public sealed interface Result {}

    /** The latest document with the person's changes. */
    public record Merged(ObjectNode document) implements Result {}

    /** The fields both changed; nothing may be stored. */
    public record Conflict(List<Clash> clashes) implements Result {

        public Conflict {
            clashes = List.copyOf(clashes);
        }
    }

    /** A field both changed: the value the person saw, theirs (the latest) and mine (the submitted); none: removed. */
    public record Clash(
            String field,
            @Nullable JsonNode shown,
            @Nullable JsonNode theirs,
            @Nullable JsonNode mine) {}

    /**
     * Puts the submitted fields into the latest document, or names the fields that clash.
     *
     * @param shown the document the person's form showed; empty when there was none
     * @param latest the document as it is now
     * @param submitted the fields that came back; an empty value takes a field away, or leaves it out
     */
    public static Result of(ObjectNode shown, ObjectNode latest, ObjectNode submitted) {
        var document = latest.deepCopy();
        var clashes = new ArrayList<Clash>();
        submitted.properties().forEach(entry -> {
            var field = entry.getKey();
            var before = shown.get(field);
            var theirs = latest.get(field);
            var mine = entry.getValue();
            if (Values.same(mine, before) || Values.same(mine, theirs)) {
                return;
            }
            if (!Values.same(theirs, before)) {
                clashes.add(new Clash(field, before, theirs, Values.saysNothing(mine) ? null : mine));
                return;
            }
            if (Values.saysNothing(mine)) {
                document.remove(field);
            } else {
                document.set(field, mine.deepCopy());
            }
        });
        return clashes.isEmpty() ? new Merged(document) : new Conflict(clashes);
    }
}
