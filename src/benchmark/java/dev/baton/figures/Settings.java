package dev.baton.figures;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How much is measured: {@code -Dfigures.rounds=3} and the like.
 *
 * @param parts any of {@code lifecycles}, {@code statements}, {@code starts}, {@code checks}
 * @param open how many handoffs stand open on each side, some at each of their tasks, while others are measured
 * @param sides any of {@code baton}, {@code plain}, {@code open}; the route is always explored on Baton
 */
record Settings(
        List<String> parts,
        List<String> sides,
        int open,
        int threads,
        int rounds,
        Duration round,
        Duration warmUp,
        Path baton,
        Path plain,
        Path out) {

    static Settings fromProperties() {
        return new Settings(
                Arrays.asList(System.getProperty("figures.parts", "lifecycles,statements,starts,checks")
                        .split(",", -1)),
                Arrays.asList(
                        System.getProperty("figures.sides", "baton,plain,open").split(",", -1)),
                Integer.getInteger("figures.open", 200),
                Integer.getInteger("figures.threads", 2),
                Integer.getInteger("figures.rounds", 7),
                Duration.ofSeconds(Integer.getInteger("figures.seconds", 20)),
                Duration.ofSeconds(Integer.getInteger("figures.warmup", 90)),
                Path.of(System.getProperty("figures.baton", "target/baton-0.1.0-SNAPSHOT.jar")),
                Path.of(System.getProperty("figures.plain", "target/plain/plain.jar")),
                Path.of(System.getProperty("figures.out", "target/figures")));
    }

    boolean includes(String part) {
        return parts.contains(part);
    }

    boolean measures(String side) {
        return sides.contains(side);
    }
}
