package dev.baton.camunda;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.baton.shared.FieldError;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why valid JSON is not what an address takes: a field too many, or a value of another type. */
public final class UnreadableJson {

    private UnreadableJson() {}

    public static FieldError inWords(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException surplus) {
            return surplus(surplus);
        }
        var field = path(mismatch.getPath());
        return new FieldError(field, "\"%s\" is %s.".formatted(field, expected(mismatch.getTargetType())));
    }

    private static FieldError surplus(UnrecognizedPropertyException surplus) {
        var field = path(surplus.getPath());
        var known = surplus.getKnownPropertyIds().stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        return new FieldError(field, "There is no field \"%s\": use %s.".formatted(field, String.join(", ", known)));
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
        if (type == Date.class) {
            return "a moment: write it as 2027-03-31T09:00:00.000+0000";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list: write it as [ … ]";
        }
        if (Map.class.isAssignableFrom(type) || TreeNode.class.isAssignableFrom(type) || isOwn(type)) {
            return "a JSON object: write it as { \"name\": value }";
        }
        return "of another type: see the description of the API";
    }

    private static boolean isOwn(Class<?> type) {
        return type.isRecord() || type.getName().endsWith("Dto");
    }
}
