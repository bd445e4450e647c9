package dev.baton.absence;

import dev.baton.people.Deputies;
import dev.baton.people.Deputy;
import dev.baton.process.JournalWriter;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves open tasks when the first day of an absence has come, and back when the last one is over. Every node of a cluster may
 * sweep at the same moment; the row of the deputy lets each happen once.
 */
@Component
class AbsenceSweep {

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceSweep.class);

    private final Deputies deputies;
    private final TaskMoves moves;
    private final JournalWriter journal;
    private final TransactionTemplate transaction;

    AbsenceSweep(Deputies deputies, TaskMoves moves, JournalWriter journal, TransactionTemplate transaction) {
        this.deputies = deputies;
        this.moves = moves;
        this.journal = journal;
        this.transaction = transaction;
    }

    void sweep() {
        var today = journal.today();
        deputies.ending(today).forEach(over -> attempt(over, () -> end(over)));
        deputies.beginning(today).forEach(begun -> attempt(begun, () -> begin(begun)));
    }

    private List<MovedTask> begin(Deputy deputy) {
        return deputies.begin(deputy) ? moves.begin(deputy) : List.of();
    }

    private List<MovedTask> end(Deputy deputy) {
        return deputies.end(deputy) ? moves.settle(deputy.person()) : List.of();
    }

    private void attempt(Deputy deputy, Supplier<List<MovedTask>> change) {
        try {
            transaction.execute(status -> change.get());
        } catch (OptimisticLockingException | NullValueException | NotFoundException meanwhile) {
            LOG.debug("A task of {} changes just now: the next sweep looks at it again", deputy.person());
        } catch (RuntimeException failed) {
            LOG.warn("The tasks of {} could not change hands", deputy.person(), failed);
        }
    }
}
