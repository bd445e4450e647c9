package dev.baton.engine;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something read from the newest deployments. What this node deploys is seen at once, what another node deploys within a
 * second: a step in that second is judged as if it had come a second earlier.
 */
public final class Newest<T> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Read<T>(T value, long changes, long nanos) {}

    private final LongSupplier changes;
    private final Supplier<T> read;
    private volatile @Nullable Read<T> last;

    Newest(LongSupplier changes, Supplier<T> read) {
        this.changes = changes;
        this.read = read;
    }

    public T get() {
        var known = last;
        var now = changes.getAsLong();
        if (known != null && known.changes == now && System.nanoTime() - known.nanos < FRESH.toNanos()) {
            return known.value;
        }
        var nanos = System.nanoTime();
        var value = read.get();
        last = new Read<>(value, now, nanos);
        return value;
    }
}
