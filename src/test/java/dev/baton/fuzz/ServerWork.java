package dev.baton.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;

/** The processor time that the server's request threads have used so far; requests come one after the other. */
final class ServerWork {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    double millis() {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(Objects::nonNull)
                        .filter(thread -> thread.getThreadName().contains("-exec-"))
                        .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                        .sum()
                / 1e6;
    }
}
