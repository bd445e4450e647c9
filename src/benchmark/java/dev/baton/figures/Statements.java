package dev.baton.figures;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one call of each kind asks of the database, counted by the database itself: statements, and transactions. A
 * statement that is sent as a batch counts once for each of its rows.
 */
record Statements(Map<Call, Count> byCall, Map<String, Integer> mostFrequent) {

    private static final int LIFECYCLES = 3;
    private static final Pattern LINE = Pattern.compile("(\\w+):LOG: +(?:statement|execute [^:]+): (.*)");
    private static final Pattern MARK = Pattern.compile("select '(\\w+) (\\w+)'");

    /** Of all calls of one kind together. */
    record Count(int calls, int statements, int transactions) {

        Count plus(Count other) {
            return new Count(calls + other.calls, statements + other.statements, transactions + other.transactions);
        }
    }

    static Statements of(Contestant contestant, Route route, Database database) throws IOException, SQLException {
        database.noteStatements(true);
        var from = database.log().length();
        var lifecycle = new Lifecycle(contestant, route, new Lifecycle.Watch() {
            @Override
            public void before(Call call) {
                mark("begin " + call);
            }

            @Override
            public void after(Call call, long nanos) {
                mark("end " + call);
            }

            private void mark(String text) {
                try {
                    database.mark(text);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        for (var i = 0; i < LIFECYCLES; i++) {
            lifecycle.run(Round.key());
        }
        database.mark("end RUN");
        database.noteStatements(false);
        return read(database.log().substring(from).lines().toList(), contestant.database());
    }

    private static Statements read(List<String> log, String name) {
        var counts = new EnumMap<Call, Count>(Call.class);
        var texts = new HashMap<String, Integer>();
        Call current = null;
        for (var line : log) {
            var found = LINE.matcher(line);
            if (!found.find()) {
                continue;
            }
            var text = found.group(2);
            var mark = MARK.matcher(text);
            if (mark.matches()) {
                current = mark.group(1).equals("begin") ? Call.valueOf(mark.group(2)) : null;
                if (current != null) {
                    counts.merge(current, new Count(1, 0, 0), Count::plus);
                }
            } else if (current != null && found.group(1).equals(name)) {
                counts.merge(current, count(text), Count::plus);
                texts.merge(current + " " + text.substring(0, Math.min(text.length(), 150)), 1, Integer::sum);
            }
        }
        return new Statements(counts, texts);
    }

    private static Count count(String text) {
        return switch (text) {
            case "BEGIN", "BEGIN READ ONLY" -> new Count(0, 0, 0);
            case "COMMIT", "ROLLBACK" -> new Count(0, 0, 1);
            default -> new Count(0, 1, 0);
        };
    }

    double statements(Call call) {
        var count = byCall.getOrDefault(call, new Count(1, 0, 0));
        return (double) count.statements() / count.calls();
    }

    double transactions(Call call) {
        var count = byCall.getOrDefault(call, new Count(1, 0, 0));
        return (double) count.transactions() / count.calls();
    }

    int statementsPerLifecycle() {
        return byCall.values().stream().mapToInt(Count::statements).sum() / LIFECYCLES;
    }

    int transactionsPerLifecycle() {
        return byCall.values().stream().mapToInt(Count::transactions).sum() / LIFECYCLES;
    }
}
