package dev.baton.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What integrators read about events is what stands at the records: one row each, with what happened and its fields. */
class EventsTableTests {

    private static final Path PAGE = Path.of("docs/integration.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- events -->\n).*(?=<!-- /events -->)", Pattern.DOTALL);

    @Test
    void theTableOfEventsIsThatOfTheRecords() throws IOException {
        var page = Files.readString(PAGE);
        if (Boolean.getBoolean("baton.docs.update")) {
            page = TABLE.matcher(page).replaceFirst(result -> Matcher.quoteReplacement(table()));
            Files.writeString(PAGE, page);
        }
        assertThat(TABLE.matcher(page).results().map(found -> found.group()))
                .as("Events have changed: ./mvnw test -Dtest=EventsTableTests -Dbaton.docs.update=true")
                .containsExactly(table());
    }

    @Test
    void everyEventAndEachOfItsFieldsIsSaidInWords() {
        assertThat(EventType.all()).hasSizeGreaterThan(20).allSatisfy(type -> {
            var words = Words.of(type.type());
            assertThat(words.sentence()).as(type.name()).endsWith(".");
            assertThat(words.fields().keySet())
                    .as(type.name())
                    .containsExactlyElementsOf(Arrays.stream(type.type().getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        });
    }

    private static String table() {
        return EventType.all().stream()
                .map(EventsTableTests::row)
                .collect(Collectors.joining("\n", "| event | when | fields |\n|---|---|---|\n", "\n"));
    }

    private static String row(EventType type) {
        var words = Words.of(type.type());
        var fields = Arrays.stream(type.type().getRecordComponents())
                .map(field -> "`%s` %s%s: %s"
                        .formatted(
                                EventType.field(field),
                                type(field.getType()),
                                type.needs().contains(EventType.field(field)) ? "" : "?",
                                words.fields().get(field.getName())))
                .collect(Collectors.joining("<br>"));
        return "| `%s` | %s | %s |".formatted(type.name(), words.sentence(), fields);
    }

    private static String type(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "yes or no";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type == Instant.class) {
            return "moment";
        }
        if (type == LocalDate.class) {
            return "day";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : Map.class.isAssignableFrom(type) ? "object" : "text";
    }

    /** The javadoc of a record. */
    private record Words(String sentence, Map<String, @Nullable String> fields) {

        private static final Pattern PARAM = Pattern.compile("@param (\\w+) ([^@]*)");

        static Words of(Class<?> type) {
            try {
                var source =
                        Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
                var doc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record", Pattern.DOTALL)
                        .matcher(source)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1)
                        .replaceAll("(?:\\s*\n \\*)+ *", " ")
                        .strip();
                var fields = new LinkedHashMap<String, @Nullable String>();
                PARAM.matcher(doc)
                        .results()
                        .forEach(param ->
                                fields.put(param.group(1), param.group(2).strip()));
                return new Words(doc.replaceFirst("\\s*@param.*", ""), fields);
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}
