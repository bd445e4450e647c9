package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;

/** Says why a job failed, in the words that its incident will have, and ends what would be tried for ever. */
final class JobFailures {

    /** So often in a row nobody else was faster: what says so is wrong. */
    private static final int MOST_CONFLICTS = 10;

    private static final int MOST_JOBS = 1000;

    private final Map<String, Integer> conflicts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_JOBS;
        }
    };

    /** What becomes of a job: the engine keeps the message, and makes it an incident when no try is left. */
    RuntimeException told(RuntimeException thrown, @Nullable FailedStep step) {
        if (ErrorTranslator.isConflict(thrown) && (step == null || !isEndless(step))) {
            return thrown instanceof OptimisticLockingException
                    ? thrown
                    : new OptimisticLockingException(String.valueOf(thrown.getMessage()), thrown);
        }
        if (step == null || FaultReports.isDatabase(thrown)) {
            return thrown;
        }
        var fault = fault(thrown);
        FaultReports.log(
                "Job %s of handoff %s failed: ".formatted(step.job(), step.handoff()),
                DiagramFault.forOperations(step, fault),
                fault,
                thrown);
        return DiagramFault.ofJob(step, fault, thrown);
    }

    private boolean isEndless(FailedStep step) {
        if (step.job() == null) {
            return false;
        }
        synchronized (conflicts) {
            return conflicts.merge(step.job(), 1, Integer::sum) > MOST_CONFLICTS;
        }
    }

    private static StepFault fault(RuntimeException thrown) {
        return thrown instanceof Refusal
                ? new StepFault("it was refused (%s)".formatted(thrown.getMessage()), "remove what the refusal names")
                : StepFault.of(thrown);
    }
}
