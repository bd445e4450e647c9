package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Reads one decision file: only FEEL decides. */
final class TableReading {

    private final String file;
    private final List<Violation> found = new ArrayList<>();

    TableReading(String file) {
        this.file = file;
    }

    List<Violation> read(Element root) {
        read(root, null);
        return found;
    }

    private void read(Element element, @Nullable String nearestId) {
        var id = element.attribute("id") == null ? nearestId : element.attribute("id");
        var language = element.attribute("expressionLanguage");
        if (language != null && !language.isBlank() && !isFeel(language)) {
            found.add(new Violation(
                    ModelingRule.NO_FOREIGN_CODE,
                    file,
                    id,
                    "is written in '%s'; only FEEL decides here: set the expression language to FEEL."
                            .formatted(language),
                    element.getLine()));
        }
        element.elements().forEach(child -> read(child, id));
    }

    private static boolean isFeel(String language) {
        var name = language.toLowerCase(Locale.ROOT);
        return name.equals("feel")
                || (name.startsWith("http") && name.contains("/feel"))
                || name.equals("http://www.omg.org/spec/feel/20140401");
    }
}
