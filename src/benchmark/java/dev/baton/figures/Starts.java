package dev.baton.figures;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** How long a side takes to start on a database that it knows, and what it holds in memory then. */
final class Starts {

    private static final int TIMES = 5;

    private final Settings settings;
    private final Report report;

    Starts(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    /** One start. */
    record Start(double seconds, double residentMiB, double liveHeapMiB) {}

    /** A way to start a side. */
    @FunctionalInterface
    private interface Starting {
        Service start(Settings settings, String database) throws IOException;
    }

    /** A side on its database, and its starts so far. */
    private record Tried(String name, Starting side, String database, List<Start> starts) {}

    void measure(Database database) throws IOException, SQLException {
        var sides = List.of(
                new Tried("Baton", Services::baton, database.create("start_baton"), new ArrayList<>()),
                new Tried(
                        "plain, login and authorization",
                        Services::plain,
                        database.create("start_plain"),
                        new ArrayList<>()));
        for (var side : sides) {
            start(side);
        }
        for (var i = 0; i < TIMES; i++) {
            for (var side : sides) {
                side.starts().add(start(side));
                report.progress("%s: %s".formatted(side.name(), side.starts()));
            }
        }
        var starts = new LinkedHashMap<String, List<Start>>();
        sides.forEach(side -> starts.put(side.name(), side.starts()));
        report.starts(starts);
    }

    private Start start(Tried tried) throws IOException {
        try (var service = tried.side().start(settings, tried.database())) {
            return new Start(service.startSeconds(), service.residentMiB(), service.liveHeapMiB());
        }
    }
}
