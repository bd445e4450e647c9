package dev.baton.api;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says in a sentence why valid JSON is not what an endpoint takes: a field too many, or a value of another type. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Refused inWords(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof UnrecognizedPropertyException surplus) {
            return surplus(surplus);
        }
        if (unreadable.getCause() instanceof MismatchedInputException mismatch) {
            var field = path(mismatch.getPath());
            return Refused.field(field, "\"%s\" is %s.".formatted(field, expected(mismatch.getTargetType())));
        }
        return Refused.field("body", "Send a JSON object as the body.");
    }

    private static Refused surplus(UnrecognizedPropertyException surplus) {
        var field = path(surplus.getPath());
        var known = surplus.getKnownPropertyIds().stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        return Refused.field(field, "There is no field \"%s\": use %s.".formatted(field, String.join(", ", known)));
    }

    private static String path(List<Reference> path) {
        var names = path.stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : Integer.toString(step.getIndex()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return names.isEmpty() ? "body" : names;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "a text: write it in double quotes";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list: write it as [ … ]";
        }
        if (Map.class.isAssignableFrom(type) || TreeNode.class.isAssignableFrom(type) || type.isRecord()) {
            return "a JSON object: write it as { \"name\": value }";
        }
        return "of another type: see the description of the API";
    }
}
