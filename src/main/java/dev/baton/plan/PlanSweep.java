package dev.baton.plan;

import dev.baton.handoff.DueDates;
import dev.baton.journal.Journal;
import dev.baton.process.JournalWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the rest of a handoff again where the day of a stage has passed and its work is still open. Every node of a cluster
 * may sweep at the same moment; a plan is looked at once a day.
 */
@Component
class PlanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PlanSweep.class);

    private final HandoffPlans plans;
    private final DueDates dueDates;
    private final Journal journal;
    private final JournalWriter clock;
    private final TransactionTemplate transaction;

    PlanSweep(
            HandoffPlans plans,
            DueDates dueDates,
            Journal journal,
            JournalWriter clock,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.dueDates = dueDates;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    void sweep() {
        var today = clock.today();
        plans.toLookAt(today).forEach(handoff -> attempt(handoff, today));
    }

    private void attempt(String handoff, LocalDate today) {
        try {
            transaction.executeWithoutResult(status -> look(handoff, today));
        } catch (OptimisticLockingException changed) {
            LOG.debug("{} changes just now: the next sweep looks at it again", handoff);
        } catch (RuntimeException failed) {
            LOG.warn("The plan of {} could not follow", handoff, failed);
        }
    }

    private void look(String handoff, LocalDate today) {
        var locked = journal.lock(handoff).orElseThrow();
        var before = plans.of(handoff).orElseThrow();
        var late = locked.open() ? late(handoff, before.passed(today)) : Set.<String>of();
        if (late.isEmpty()) {
            plans.lookAgain(handoff, locked.open() ? today.plusDays(1) : null);
            return;
        }
        plans.late(locked, before, late);
        var others = new HashMap<>(before.days());
        others.keySet().removeAll(late); // Work that is late stays due on the day on which it was.
        dueDates.followPlan(handoff, others);
    }

    /** Work that is reviewed is not late. */
    private Set<String> late(String handoff, Set<String> passed) {
        passed.retainAll(dueDates.openStages(handoff));
        return passed;
    }
}
