package dev.baton.shared;

import java.util.function.Supplier;

/** The way a request came in. What nobody marked comes from the engine itself: jobs, timers, the start. */
public enum Entrance {
    TASKLIST,
    ENGINE_REST,
    API,
    ENGINE;

    private static final ThreadLocal<Entrance> CURRENT = ThreadLocal.withInitial(() -> ENGINE);

    public static Entrance current() {
        return CURRENT.get();
    }

    /** True where a person or an integrator waits for the answer. */
    public boolean isPerson() {
        return this != ENGINE;
    }

    /** Runs the work as having come in here, and restores what was before. */
    public <T> T during(Supplier<T> work) {
        var passage = enter();
        try {
            return work.get();
        } finally {
            passage.leave();
        }
    }

    /** For filters: {@code var passage = Entrance.API.enter(); try {…} finally { passage.leave(); }}. */
    public Passage enter() {
        var before = current();
        CURRENT.set(this);
        return () -> {
            if (before == ENGINE) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Being inside. */
    @FunctionalInterface
    public interface Passage {
        void leave();
    }
}
