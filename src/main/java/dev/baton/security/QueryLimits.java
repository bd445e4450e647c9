package dev.baton.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;

/**
 * How much one query of the engine may ask: each condition becomes a join or a bracket of one statement, and the engine
 * reads brackets by recursion.
 */
final class QueryLimits {

    /** Lists whose members are conditions, whatever the query. */
    private static final Set<String> CONDITIONS = Set.of(
            "orQueries",
            "sorting",
            "variables",
            "processVariables",
            "taskVariables",
            "caseInstanceVariables",
            "processVariableValues",
            "inputVariables",
            "outputVariables");

    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_MEMBERS = 2000;
    private static final int MOST_OF_ALL = 5000;
    private static final int MOST_COMMAS = 500;

    private QueryLimits() {}

    /** The first list of a body that is too long, or a bracket inside a bracket. */
    static Optional<FieldError> in(byte[] body) throws IOException {
        var lists = new ArrayDeque<Counted>();
        var all = 0;
        try (var json = Json.MAPPER.createParser(body)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.END_ARRAY) {
                    lists.pop();
                    continue;
                }
                if (isMember(token, json)) {
                    all++;
                    if (++lists.element().count > lists.element().most || all > MOST_OF_ALL) {
                        return Optional.of(tooLong(lists.element()));
                    }
                }
                if (token == JsonToken.START_ARRAY) {
                    var list = Counted.of(json);
                    if (list.name.equals("orQueries")
                            && lists.stream().anyMatch(outer -> outer.name.equals("orQueries"))) {
                        return Optional.of(new FieldError(
                                "orQueries",
                                "\"orQueries\" do not stand inside others: put all conditions into one list."));
                    }
                    lists.push(list);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMember(JsonToken token, JsonParser json) {
        var context = json.getParsingContext();
        return token == JsonToken.START_OBJECT
                ? context.getParent().inArray()
                : token.isScalarValue() && context.inArray();
    }

    /** A list in a query parameter, whose members are parted by commas. */
    static Optional<FieldError> in(String parameter, String value) {
        return value.chars().filter(letter -> letter == ',').count() < MOST_COMMAS
                ? Optional.empty()
                : Optional.of(new FieldError(
                        parameter,
                        "The query parameter \"%s\" lists more than %d values: ask several times."
                                .formatted(parameter, MOST_COMMAS)));
    }

    private static FieldError tooLong(Counted list) {
        return new FieldError(
                list.name,
                "\"%s\" holds too much: at most %d in this list and %,d in all lists, ask or send several times."
                        .formatted(list.name, list.most, MOST_OF_ALL));
    }

    private static final class Counted {

        private final String name;
        private final int most;
        private int count;

        private Counted(String name) {
            this.name = name;
            this.most = CONDITIONS.contains(name) ? MOST_CONDITIONS : MOST_MEMBERS;
        }

        static Counted of(JsonParser json) {
            var name = json.getParsingContext().getParent().getCurrentName();
            return new Counted(name == null ? "body" : name);
        }
    }
}
