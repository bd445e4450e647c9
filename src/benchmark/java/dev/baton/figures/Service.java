package dev.baton.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A side as its own process: the jar, a free port, the same flags of the JVM for each. */
final class Service implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern STARTED =
            Pattern.compile("Started \\S+ in [\\d.]+ seconds \\(process running for ([\\d.]+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final int port;
    private final Path log;

    private Service(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Service start(String name, Path jar, Path out, String database, List<String> arguments) throws IOException {
        var home = Files.createDirectories(out.resolve(name).toAbsolutePath());
        var log = home.resolve("console.log");
        var port = freePort();
        var command = new ArrayList<>(List.of(java(), "-Duser.timezone=UTC", "-Xms512m", "-Xmx512m"));
        command.addAll(List.of(System.getProperty("figures.jvm." + name, "").split(" ", -1)));
        command.removeIf(String::isBlank);
        command.addAll(List.of(
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password="));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var service = new Service(process, port, log);
        service.awaitStart();
        return service;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Seconds from the start of the process until Spring Boot says that it has started. */
    double startSeconds() {
        var started = STARTED.matcher(console());
        if (!started.find()) {
            throw new IllegalStateException("No start in " + log);
        }
        return Double.parseDouble(started.group(1));
    }

    /** Resident memory of the process, in MiB. */
    double residentMiB() throws IOException {
        var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        return first(RESIDENT, status) / 1024.0;
    }

    /** What is still in use of the heap after a full collection, in MiB. */
    double liveHeapMiB() throws IOException {
        jcmd("GC.run");
        return first(USED, jcmd("GC.heap_info")) / 1024.0;
    }

    private String jcmd(String command) throws IOException {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void awaitStart() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!STARTED.matcher(console()).find()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("Did not start: " + log + "\n" + console());
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            close();
            throw new IllegalStateException(interrupted);
        }
    }

    private String console() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static long first(Pattern number, String text) {
        var found = number.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No " + number + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
