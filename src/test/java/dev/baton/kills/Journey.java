package dev.baton.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.journal.EventType;
import dev.baton.packages.PackageChanged;
import dev.baton.web.Crew;
import dev.baton.web.Integrator.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One transfer, as those remember it who carry it: what they were told is done, and what they never heard back about. */
final class Journey {

    private final String handoff;
    private final List<Step> plan;
    private final List<Step> answered = new CopyOnWriteArrayList<>();
    private volatile @Nullable Step unanswered;
    private String work = "";

    Journey(String handoff, Random random) {
        this.handoff = handoff;
        this.plan = plan(random);
    }

    private static List<Step> plan(Random random) {
        var plan = new ArrayList<>(List.of(Step.START, Step.FILL));
        if (random.nextBoolean()) {
            plan.add(Step.PATCH);
        }
        if (random.nextInt(3) > 0) {
            plan.addAll(List.of(Step.RETURN, Step.FILL));
        }
        if (random.nextBoolean()) {
            plan.add(Step.PASS);
        }
        plan.add(plan.contains(Step.PASS) && random.nextBoolean() ? Step.ACCEPT : Step.SILENCE);
        return plan;
    }

    String handoff() {
        return handoff;
    }

    boolean hasNext() {
        return answered.size() < plan.size();
    }

    int answered() {
        return answered.size();
    }

    /** What was asked for and not answered; null when there is nothing. */
    @Nullable
    Step unanswered() {
        return unanswered;
    }

    /** Takes the next step; false when no answer comes. */
    boolean advance(Crew crew) {
        var step = plan.get(answered.size());
        try {
            work = work(step, crew);
            unanswered = step;
            var answer = ask(step, crew);
            assertThat(answer.status())
                    .as("%s of %s: %s", step, handoff, answer)
                    .isBetween(200, 299);
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
        answered.add(step);
        unanswered = null;
        return true;
    }

    /** Holds what the service knows against what those who work with it know; true when the unanswered step happened. */
    boolean check(Crew crew) {
        var stands = crew.handoff(handoff);
        if (stands.status() == 404) {
            assertThat(answered).as("%s is lost", handoff).isEmpty();
            assertThat(crew.engine("/process-instance/count?businessKey=" + handoff)
                            .path("count")
                            .asInt())
                    .isZero();
            assertThat(crew.engine("/history/process-instance/count?processInstanceBusinessKey=" + handoff)
                            .path("count")
                            .asInt())
                    .isZero();
            return false;
        }
        var journal = crew.journal(handoff);
        var happened = happened(texts(journal, "kind"));
        checkPackages(happened, journal, crew);
        checkWork(happened, stands, crew);
        return happened.size() > answered.size();
    }

    private List<Step> happened(List<String> events) {
        var step = unanswered;
        if (step != null) {
            var further = Stream.concat(answered.stream(), Stream.of(step)).toList();
            if (events.equals(events(further))) {
                return further;
            }
        }
        assertThat(events)
                .as("journal of %s after %s, unanswered %s", handoff, answered, step)
                .isEqualTo(events(answered));
        return answered;
    }

    private void checkPackages(List<Step> happened, JsonNode journal, Crew crew) {
        var versions = IntStream.rangeClosed(
                        1, (int) happened.stream().filter(Step::makesAVersion).count())
                .mapToObj(String::valueOf)
                .toList();
        assertThat(texts(crew.versions(handoff), "version"))
                .as("versions of %s after %s", handoff, happened)
                .isEqualTo(versions);
        assertThat(stream(journal)
                        .filter(event -> event.path("kind").asText().equals(EventType.name(PackageChanged.class)))
                        .map(event -> event.path("detail").path("version").asText()))
                .as("versions in the journal of %s", handoff)
                .isEqualTo(versions);
    }

    private void checkWork(List<Step> happened, Answer stands, Crew crew) {
        var last = happened.get(happened.size() - 1);
        assertThat(texts(stands.json().path("holders"), "node"))
                .as("tasks of %s after %s", handoff, happened)
                .isEqualTo(last.nodes());
        assertThat(stands.text("status"))
                .as("status of %s after %s", handoff, happened)
                .isEqualTo(last.status(happened));
        assertThat(stands.json().path("completenessPercent").asInt() == 100)
                .as("completeness of %s after %s: %s", handoff, happened, stands)
                .isEqualTo(happened.contains(Step.FILL));
        var instances = crew.engine("/process-instance?maxResults=10&businessKey=" + handoff);
        assertThat(instances).as("instances of %s after %s", handoff, happened).hasSize(last.instances());
        assertThat(stream(instances)
                        .mapToInt(instance -> timers(instance, crew).size())
                        .sum())
                .as("timers of %s after %s", handoff, happened)
                .isEqualTo(last.timers());
    }

    /** Who got no answer asks again: whether it had happened or not, now it has happened once. */
    void repeat(boolean happened, Crew crew) {
        var step = unanswered;
        if (step == null) {
            return;
        }
        if (!happened || step != Step.SILENCE) {
            var again = ask(step, crew);
            assertThat(again.status())
                    .as("%s of %s again, which had%s happened: %s", step, handoff, happened ? "" : " not", again)
                    .isEqualTo(happened ? step.answerWhenDone() : step.answer());
        }
        answered.add(step);
        unanswered = null;
    }

    /** What a step works on: the open task, or the timer. */
    private String work(Step step, Crew crew) {
        return switch (step) {
            case START -> handoff;
            case PATCH -> "";
            case SILENCE ->
                timers(
                                crew.engine("/process-instance?maxResults=10&businessKey=" + handoff)
                                        .path(0),
                                crew)
                        .path(0)
                        .path("id")
                        .asText();
            default ->
                crew.handoff(handoff)
                        .json()
                        .path("holders")
                        .path(0)
                        .path("taskId")
                        .asText();
        };
    }

    private Answer ask(Step step, Crew crew) {
        return switch (step) {
            case START -> crew.start(handoff);
            case FILL -> crew.fill(work, version() + 1);
            case PATCH -> crew.patch(handoff, version());
            case RETURN -> crew.sendBack(work);
            case PASS -> crew.pass(work);
            case ACCEPT -> crew.accept(work);
            case SILENCE -> crew.makeDue(work);
        };
    }

    private int version() {
        return (int) answered.stream().filter(Step::makesAVersion).count();
    }

    private static List<String> events(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.events().stream())
                .map(EventType::name)
                .toList();
    }

    private static JsonNode timers(JsonNode instance, Crew crew) {
        return crew.engine(
                "/job?maxResults=10&processInstanceId=" + instance.path("id").asText());
    }

    private static List<String> texts(JsonNode items, String field) {
        return stream(items).map(item -> item.path(field).asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    @Override
    public String toString() {
        return handoff + " " + answered + (unanswered == null ? "" : " unanswered " + unanswered);
    }
}
