package dev.baton.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs Baton and the plain starter side by side and writes down what they did. */
public final class Figures {

    /** Before statements are counted every cache has been filled. */
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final Settings settings;
    private final Report report;

    private Figures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.fromProperties();
        var report = new Report();
        var figures = new Figures(settings, report);
        try (var database = Database.start(settings.out())) {
            figures.run(database);
        }
        Files.writeString(settings.out().resolve("figures.md"), report.text());
    }

    private void run(Database database) throws IOException, SQLException {
        if (settings.includes("lifecycles") || settings.includes("statements")) {
            carry(database);
        }
        if (settings.includes("starts")) {
            new Starts(settings, report).measure(database);
        }
        if (settings.includes("checks")) {
            Checks.measure(report);
        }
    }

    private void carry(Database database) throws IOException, SQLException {
        try (var baton = Services.baton(settings, database.create("figures_baton"));
                var plain =
                        settings.measures("plain") ? Services.plain(settings, database.create("figures_plain")) : null;
                var open =
                        settings.measures("open") ? Services.open(settings, database.create("figures_open")) : null) {
            var onBaton = onBaton(baton);
            var contestants = new ArrayList<Contestant>();
            if (settings.measures("baton")) {
                contestants.add(onBaton);
            }
            if (plain != null) {
                contestants.add(onPlain(plain));
            }
            if (open != null) {
                contestants.add(onOpen(open));
            }
            var route = Route.explore(onBaton, Round.key());
            report.route(route);
            if (settings.includes("statements")) {
                countStatements(contestants, route, database);
            }
            if (settings.includes("lifecycles")) {
                report.lifecycles(settings, race(contestants, route, database));
            }
        }
    }

    private static Contestant onBaton(Service service) {
        var client = new Client(service.address(), true);
        Staff.hire(client);
        return new Contestant("Baton", service.pid(), "figures_baton", client, new OnBaton());
    }

    private static Contestant onPlain(Service service) throws IOException {
        var client = new Client(service.address(), true);
        Staff.makeGroups(client);
        Staff.hire(client);
        Diagrams.deploy(client);
        return new Contestant("plain, login and authorization", service.pid(), "figures_plain", client, new OnPlain());
    }

    private static Contestant onOpen(Service service) throws IOException {
        var client = new Client(service.address(), false);
        Diagrams.deploy(client);
        return new Contestant("plain, open to all", service.pid(), "figures_open", client, new OnPlain());
    }

    private void countStatements(List<Contestant> contestants, Route route, Database database)
            throws IOException, SQLException {
        var counted = new LinkedHashMap<String, Statements>();
        for (var side : contestants) {
            Round.of(side, route, 1, FIRST);
            var statements = Statements.of(side, route, database);
            counted.put(side.name(), statements);
            write(settings.out().resolve("statements-" + side.database() + ".txt"), statements.mostFrequent());
        }
        report.statements(counted);
    }

    private static void write(Path file, Map<String, Integer> counts) throws IOException {
        Files.write(
                file,
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(one -> String.format(Locale.ROOT, "%5d %s", one.getValue(), one.getKey()))
                        .toList());
    }

    /** All sides in turn, again and again, so that what the machine does besides hits all of them. */
    private Map<String, List<Round>> race(List<Contestant> contestants, Route route, Database database)
            throws SQLException {
        for (var side : contestants) {
            Round.leaveOpen(side, route, settings.open());
            database.analyze(side.database());
            Round.of(side, route, settings.threads(), settings.warmUp());
        }
        var rounds = new LinkedHashMap<String, List<Round>>();
        for (var number = 1; number <= settings.rounds(); number++) {
            for (var side : contestants) {
                var round = Round.of(side, route, settings.threads(), settings.round());
                rounds.computeIfAbsent(side.name(), any -> new ArrayList<>()).add(round);
                report.progress("round %d, %s: %.2f handoffs/s".formatted(number, side.name(), round.perSecond()));
            }
        }
        return rounds;
    }
}
