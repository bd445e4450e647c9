package dev.baton.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.kills.inside.Moment;
import dev.baton.kills.inside.Mortal;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The service as a process of its own, in its own folder and on a free port. It can be stopped in the middle of a
 * transaction, killed with SIGKILL, and started again on the same database. It ends with the JVM that started it.
 */
public final class KillableService implements AutoCloseable {

    /** A transaction that stands still: the event it has just written, and its handoff. */
    record Held(String event, String handoff) {}

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SIGKILL = 128 + 9;

    private final Path folder;
    private final Map<String, String> settings;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private @Nullable Process process;
    private @Nullable Thread reader;
    private int lives;
    private int port;

    public KillableService(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Starts, and gives back how long that took. */
    public Duration start() {
        var begun = Instant.now();
        launch();
        var match = PORT.matcher(await(line -> PORT.matcher(line).find()));
        assertThat(match.find()).isTrue();
        port = Integer.parseInt(match.group(1));
        await(line -> line.contains("starting to acquire jobs"));
        return Duration.between(begun, Instant.now());
    }

    /** Starts in vain, and gives back what it has said. */
    public String startInVain() throws InterruptedException, IOException {
        launch();
        assertThat(running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        if (reader != null) {
            reader.join();
        }
        return Files.readString(logFile());
    }

    private void launch() {
        lines.clear();
        lives++;
        try {
            var running = new ProcessBuilder(command())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process = running;
            var output = new Thread(() -> read(running), "output of life " + lives);
            output.setDaemon(true);
            output.start();
            reader = output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Stops the next transaction that writes this event. */
    void hold(String event, Moment moment) {
        try {
            var orders = running().outputWriter(StandardCharsets.UTF_8);
            orders.write(event + " " + moment + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Held awaitHeld() {
        var words = await(line -> line.startsWith("HELD ")).split(" ", -1);
        return new Held(words[1], words[2]);
    }

    /** {@code kill -9}: nothing is closed, flushed or told. */
    void kill() throws InterruptedException {
        var running = running();
        running.destroyForcibly();
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isEqualTo(SIGKILL);
        if (reader != null) {
            reader.join();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                classPath(),
                Mortal.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--baton.admin.id=" + People.ADMIN,
                "--baton.admin.password=" + People.PASSWORD));
        settings.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
        return command;
    }

    /** The service and its libraries, without the tests: of those only the classes that stop it. */
    private String classPath() throws IOException {
        var tests = Path.of("target", "test-classes").toAbsolutePath();
        var extra = folder.resolve("inside");
        var classes = Path.of(Mortal.class.getPackageName().replace('.', '/'));
        Files.createDirectories(extra.resolve(classes));
        try (var files = Files.list(tests.resolve(classes))) {
            for (var file : files.toList()) {
                Files.copy(
                        file, extra.resolve(classes).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + extra.toAbsolutePath();
    }

    private void read(Process running) {
        try (BufferedReader output = running.inputReader(StandardCharsets.UTF_8);
                var log = Files.newBufferedWriter(logFile())) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line + "\n");
                log.flush();
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("The output broke off: " + e);
        }
    }

    private Path logFile() {
        return folder.resolve("life-%d.log".formatted(lives));
    }

    private String await(Predicate<String> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                var line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || (!running().isAlive() && lines.isEmpty())) {
                    throw new AssertionError("The service did not get there; see " + logFile());
                }
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started yet.");
        }
        return process;
    }
}
