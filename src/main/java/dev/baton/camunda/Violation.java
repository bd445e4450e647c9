package dev.baton.camunda;

import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why a file must not be deployed.
 *
 * @param rule    which rule it breaks
 * @param file    name of the file
 * @param element id of the element; null where the file as a whole is meant
 * @param message what is wrong and what to do, naming the element by its label
 * @param line    line in the file, 0 where unknown
 */
public record Violation(
        ModelingRule rule, String file, @Nullable String element, String message, int line) {

    public static Violation of(ModelingRule rule, String file, @Nullable String element, String message) {
        return new Violation(rule, file, element, message, 0);
    }

    @Override
    public String toString() {
        return "%s: %s [%s]".formatted(element == null ? file : file + ", " + element, message, rule.id());
    }

    Problem problem() {
        var text = toString();
        return new Problem() {
            @Override
            public String getMessage() {
                return text;
            }

            @Override
            public int getLine() {
                return line;
            }

            @Override
            public int getColumn() {
                return 0;
            }

            @Override
            @SuppressWarnings("NullAway") // the engine's interface allows null and is not annotated
            public String getMainElementId() {
                return element;
            }

            @Override
            public List<String> getElementIds() {
                return element == null ? List.of() : List.of(element);
            }

            @Override
            public String toString() {
                return text;
            }
        };
    }
}
