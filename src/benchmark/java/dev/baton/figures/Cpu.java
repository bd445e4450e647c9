package dev.baton.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor time that a side and its connections to the database have used so far. Other work on the machine does
 * not change it, as it does wall time.
 */
record Cpu(Duration service, Duration database) {

    static Cpu of(Contestant contestant) {
        var connection = "postgres: postgres %s ".formatted(contestant.database());
        return new Cpu(
                used(ProcessHandle.of(contestant.pid()).stream()),
                used(ProcessHandle.allProcesses()
                        .filter(process -> title(process).startsWith(connection))));
    }

    /** PostgreSQL writes into its command line which database a process serves; empty where nobody can read that. */
    private static String title(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static Duration used(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }

    Cpu since(Cpu before) {
        return new Cpu(service.minus(before.service), database.minus(before.database));
    }
}
