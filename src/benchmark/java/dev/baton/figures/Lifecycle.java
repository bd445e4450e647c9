package dev.baton.figures;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One handoff from its start to its last task, or to one before it, and how long each call of it took. */
final class Lifecycle {

    /** Is told of each call before and after it. */
    interface Watch {
        void before(Call call);

        void after(Call call, long nanos);
    }

    private final Contestant contestant;
    private final Route route;
    private final Watch watch;

    Lifecycle(Contestant contestant, Route route, Watch watch) {
        this.contestant = contestant;
        this.route = route;
        this.watch = watch;
    }

    void run(String key) {
        runTo(route.steps().size(), key);
        timed(Call.STANDING, () -> contestant.side().standing(contestant.client(), Staff.STARTER, key));
    }

    /** Completes so many tasks and leaves the handoff standing there. */
    void runTo(int tasks, String key) {
        var side = contestant.side();
        var client = contestant.client();
        timed(Call.START, () -> {
            side.start(client, Staff.STARTER, key);
            return key;
        });
        timed(Call.STANDING, () -> side.standing(client, Staff.STARTER, key));
        for (var step : route.steps().subList(0, tasks)) {
            var open = timed(Call.TASKS, () -> side.tasks(client, step.person(), key));
            var id = open.findValuesAsText("taskDefinitionKey").indexOf(step.task());
            if (id < 0) {
                throw new IllegalStateException(
                        "%s of %s is not open for %s: %s".formatted(step.task(), key, step.person(), open));
            }
            var task = open.get(id).path("id").asText();
            timed(Call.COMPLETE, () -> {
                side.complete(client, step.person(), task, step.answers());
                return task;
            });
        }
    }

    private <T extends @Nullable Object> T timed(Call call, Supplier<T> work) {
        watch.before(call);
        var from = System.nanoTime();
        var answer = work.get();
        watch.after(call, System.nanoTime() - from);
        return answer;
    }
}
