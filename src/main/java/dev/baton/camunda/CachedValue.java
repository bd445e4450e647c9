package dev.baton.camunda;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is read again when it may have changed. */
public final class CachedValue<T> {

    private record Read<T>(T value, Changes.Moment moment) {}

    private final Changes changes;
    private final Supplier<T> read;
    private volatile @Nullable Read<T> last;

    CachedValue(Changes changes, Supplier<T> read) {
        this.changes = changes;
        this.read = read;
    }

    public T get() {
        var known = last;
        if (known != null && known.moment.holds()) {
            return known.value;
        }
        var moment = changes.moment();
        var value = read.get();
        last = new Read<>(value, moment);
        return value;
    }
}
