package dev.baton.packages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** When two values of a field say the same, and when a value says nothing. */
final class Values {

    /** Called only for values that are not equal as they stand: a form may send 3.0 for 3. */
    private static final Comparator<JsonNode> NUMBERS_BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private Values() {}

    /** Equal documents, whatever the order of their fields. */
    static boolean equal(@Nullable JsonNode a, @Nullable JsonNode b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.equals(NUMBERS_BY_VALUE, b);
    }

    /** Equal answers: nothing, null, blank text and an empty list all say nothing. */
    static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        return saysNothing(a) ? saysNothing(b) : equal(a, b);
    }

    static boolean saysNothing(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isContainerNode() && value.isEmpty());
    }
}
