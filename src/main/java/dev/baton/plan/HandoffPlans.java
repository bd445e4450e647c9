package dev.baton.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.contract.Complexity;
import dev.baton.handoff.StagePlan;
import dev.baton.journal.Handoff;
import dev.baton.plan.Plan.PlannedStage;
import dev.baton.process.JournalWriter;
import dev.baton.shared.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans of running handoffs: as computed last, and which stages are done. */
@Component
public class HandoffPlans implements StagePlan {

    private final JdbcClient jdbc;
    private final Plans plans;
    private final JournalWriter journal;

    HandoffPlans(JdbcClient jdbc, Plans plans, JournalWriter journal) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.journal = journal;
    }

    /** The plan of a handoff, as it was computed last. */
    public Optional<PlanView> view(String handoff) {
        return of(handoff).flatMap(kept -> Optional.ofNullable(kept.plan())).map(PlanView::of);
    }

    /** How a handoff of this model goes at best that starts today, stage by stage; none for a model without stages. */
    public Optional<String> inWords(String model, Complexity complexity) {
        if (!plans.knows(model)) {
            return Optional.empty();
        }
        var today = journal.today();
        var plan = plans.plan(model, complexity, null, today, today, List.of(), Map.of(), Set.of());
        var stages = plan.stages().stream()
                .map(one -> "• %s: done by %s".formatted(one.stage().name(), one.earliestDue()))
                .collect(Collectors.joining("\n"));
        return Optional.of("Planned from today, a campaign launches with it on %s at the earliest:\n%s"
                .formatted(plan.earliestLaunch(), stages));
    }

    Optional<HandoffPlan> of(String handoff) {
        return jdbc.sql("select document from baton_plan where handoff = ?")
                .param(handoff)
                .query(String.class)
                .optional()
                .map(HandoffPlans::read);
    }

    @Override
    public Map<String, LocalDate> days(String handoff) {
        return of(handoff).map(HandoffPlan::days).orElse(Map.of());
    }

    /** Plans a handoff whose diagram asks for it; nothing for a model without stages. */
    Optional<Plan> begin(Handoff handoff, @Nullable String node) {
        if (!plans.knows(handoff.model())) {
            return Optional.empty();
        }
        return store(handoff, of(handoff.id()).orElse(null), Map.of(), Set.of(), node);
    }

    @Override
    public Optional<LocalDate> follow(Handoff handoff, String node) {
        return of(handoff.id())
                .flatMap(before -> store(handoff, before, before.done(), Set.of(), node))
                .filter(plan -> !plan.feasible())
                .map(Plan::earliestLaunch);
    }

    /** Work begins on a stage of a handoff that the caller has locked. */
    void reached(Handoff handoff, HandoffPlan before, String stage, String node) {
        store(handoff, before, before.doneAt(stage, journal.today()), Set.of(), node);
    }

    /** Work on stages of a handoff that the caller has locked is still open after the day on which it should be done. */
    void late(Handoff handoff, HandoffPlan before, Set<String> stages) {
        store(handoff, before, before.done(), stages, null);
    }

    /** The handoffs with a stage of which the day has passed, that were not looked at on this day. */
    List<String> toLookAt(LocalDate today) {
        return jdbc.sql("select handoff from baton_plan where look_on <= ? order by look_on, handoff")
                .param(today)
                .query(String.class)
                .list();
    }

    void lookAgain(String handoff, @Nullable LocalDate day) {
        jdbc.sql("update baton_plan set look_on = ? where handoff = ?")
                .param(day)
                .param(handoff)
                .update();
    }

    private Optional<Plan> store(
            Handoff handoff,
            @Nullable HandoffPlan before,
            Map<String, LocalDate> done,
            Set<String> late,
            @Nullable String node) {
        var launch = handoff.launchDate();
        var complexity = handoff.complexity();
        var plan = launch == null
                ? null
                : plans.plan(
                        handoff.model(),
                        complexity == null ? Complexity.MEDIUM : Complexity.of(complexity),
                        handoff.facts().campaignType(),
                        journal.today(),
                        launch,
                        List.of(),
                        done,
                        late);
        var now = new HandoffPlan(plan, done);
        write(handoff.id(), now, before == null);
        if (plan != null) {
            tell(handoff.id(), before == null ? null : before.plan(), plan, node);
        }
        return Optional.ofNullable(plan);
    }

    private void write(String handoff, HandoffPlan plan, boolean isNew) {
        jdbc.sql(
                        isNew
                                ? "insert into baton_plan (document, look_on, handoff) values (?, ?, ?)"
                                : "update baton_plan set document = ?, look_on = ? where handoff = ?")
                .param(Json.write(plan))
                .param(plan.lookOn().orElse(null))
                .param(handoff)
                .update();
    }

    /** That nothing has moved is no news. */
    private void tell(String handoff, @Nullable Plan before, Plan now, @Nullable String node) {
        var moved = before == null ? List.<Planned.Moved>of() : moved(before, now);
        if (before == null || before.feasible() != now.feasible() || !moved.isEmpty()) {
            var launch = now.launch().toString();
            journal.add(
                    handoff,
                    node,
                    new Planned(launch, now.feasible(), now.earliestLaunch().toString(), moved));
        }
    }

    private static List<Planned.Moved> moved(Plan before, Plan now) {
        var was = new HandoffPlan(before, Map.of()).days();
        return now.stages().stream()
                .filter(stage -> stage.done() == null)
                .flatMap(stage -> Optional.ofNullable(was.get(stage.stage().key()))
                        .filter(day -> !day.equals(stage.asked()))
                        .map(day -> moved(stage, day))
                        .stream())
                .toList();
    }

    private static Planned.Moved moved(PlannedStage stage, LocalDate from) {
        return new Planned.Moved(
                stage.stage().key(),
                stage.stage().name(),
                from.toString(),
                stage.asked().toString(),
                ChronoUnit.DAYS.between(from, stage.asked()));
    }

    private static HandoffPlan read(String document) {
        try {
            return Json.MAPPER.readValue(document, HandoffPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The plan of a handoff cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
