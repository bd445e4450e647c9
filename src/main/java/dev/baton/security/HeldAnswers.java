package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers later, without a thread that waits. Whoever would have to wait beyond the largest number of waiting ones is
 * answered at once: the pace of guessing is kept by {@link LoginThrottle}, not here.
 */
final class HeldAnswers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeldAnswers.class);
    private static final int MOST = 2000;

    /** Writes an answer. */
    @FunctionalInterface
    interface Answer {
        void write(HttpServletResponse response) throws IOException;
    }

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "held-answers");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore places = new Semaphore(MOST);

    void after(Duration hold, HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        if (hold.isZero() || !request.isAsyncSupported() || !places.tryAcquire()) {
            answer.write(response);
            return;
        }
        var held = request.startAsync();
        held.setTimeout(0);
        var unused = later.schedule(
                () -> {
                    try {
                        answer.write((HttpServletResponse) held.getResponse());
                    } catch (IOException | IllegalStateException gone) {
                        LOG.debug("Whoever was to be answered is gone", gone);
                    } finally {
                        places.release();
                        held.complete();
                    }
                },
                hold.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
