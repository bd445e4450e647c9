package dev.baton.plan;

import dev.baton.handoff.Branches;
import dev.baton.handoff.DueDates;
import dev.baton.journal.Journal;
import dev.baton.process.Facts;
import dev.baton.process.Node;
import dev.baton.process.NodeListener;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When work begins on a stage, what is before it is done: where that is not as planned, the rest is planned again. */
@Component
@Order(NodeListener.CHECK)
class PlanProgress implements NodeListener {

    private final HandoffPlans plans;
    private final Journal journal;
    private final DueDates dueDates;

    PlanProgress(HandoffPlans plans, Journal journal, DueDates dueDates) {
        this.plans = plans;
        this.journal = journal;
        this.dueDates = dueDates;
    }

    @Override
    public void taskCreated(DelegateTask task, Node node) {
        node.stage().ifPresent(stage -> begin(Facts.handoff(task.getExecution()), stage, node.id()));
    }

    private void begin(String handoff, String stage, String node) {
        var planned = journal.facts(handoff).flatMap(Branches::trunk).orElse(handoff);
        if (plans.of(planned).filter(plan -> plan.changesAt(stage)).isEmpty()) {
            return;
        }
        var locked = journal.lock(planned).orElseThrow();
        var before = plans.of(planned).orElseThrow();
        plans.reached(locked, before, stage, node);
        dueDates.followPlan(planned, before.days());
    }
}
