package dev.baton.plan;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.handoff.DueDates;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * `${planHandoff}`: plans the handoff backward from its launch date, keeps the plan, and lets its work be due by it. Leaves
 * `launchFeasible`, which is true also without a launch date or stages, and `planInWords`.
 */
@Component
@VisibleInDiagrams
class PlanHandoff implements JavaDelegate {

    private final HandoffPlans plans;
    private final Journal journal;
    private final DueDates dueDates;

    PlanHandoff(HandoffPlans plans, Journal journal, DueDates dueDates) {
        this.plans = plans;
        this.journal = journal;
        this.dueDates = dueDates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var handoff = journal.find(Facts.handoff(execution)).orElseThrow();
        var before = plans.days(handoff.id());
        var plan = plans.begin(handoff, execution.getCurrentActivityId());
        dueDates.followPlan(handoff.id(), before);
        execution.setVariable(
                Variables.LAUNCH_FEASIBLE, plan.map(Plan::feasible).orElse(true));
        execution.setVariable(
                Variables.PLAN_IN_WORDS, plan.map(PlanHandoff::inWords).orElse(null));
    }

    private static String inWords(Plan plan) {
        if (plan.feasible()) {
            return "Everything can be done by %s.".formatted(plan.earliestLaunch());
        }
        var costliest = plan.stages().stream()
                .filter(stage -> stage.stage().key().equals(plan.costliest()))
                .map(stage -> "“%s” takes most time.".formatted(stage.stage().name()))
                .collect(Collectors.joining());
        // The first is the launch on that day, which is said already.
        var remedies = plan.remedies().stream()
                .skip(1)
                .map(remedy -> "• %s Then everything is done by %s.".formatted(remedy.what(), remedy.launch()))
                .collect(Collectors.joining("\n"));
        return "Everything can be done by %s, not earlier. %s What else would help:\n%s"
                .formatted(plan.earliestLaunch(), costliest, remedies);
    }
}
