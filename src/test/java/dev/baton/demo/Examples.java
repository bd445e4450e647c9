package dev.baton.demo;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs what readers are told to try, with the demo's people. */
public final class Examples {

    private Examples() {}

    /** Hires the demo's people and writes their passwords as the demo does. */
    public static Path passwords(People people, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(
                file,
                DemoPeople.ALL.stream()
                        .map(person -> people.named(person.id(), person.role()) + "=" + People.PASSWORD + "\n")
                        .collect(joining()));
    }

    /** What the command says; it fails where the command does. */
    public static String run(Path folder, Path passwords, List<String> command) throws IOException {
        var example = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        example.environment().put("BATON_PASSWORDS", passwords.toString());
        var process = example.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    static boolean areOnPath(String... commands) {
        return Stream.of(commands).allMatch(Examples::isOnPath);
    }

    private static boolean isOnPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
