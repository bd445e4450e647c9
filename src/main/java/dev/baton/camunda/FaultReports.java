package dev.baton.camunda;

import dev.baton.shared.Entrance;
import dev.baton.shared.Refusal;
import java.sql.SQLException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says what a failed step means: to the person who waits for the answer, to operations, and to the log. */
final class FaultReports {

    private static final Logger LOG = LoggerFactory.getLogger(FaultReports.class);

    private final FaultIncidents incidents;

    FaultReports(FaultIncidents incidents) {
        this.incidents = incidents;
    }

    /** What a person is told; what is no fault of a diagram is told as it is. */
    RuntimeException ofPerson(RuntimeException thrown, @Nullable FailedStep step) {
        if (step == null || !Entrance.current().isPerson() || !isFault(thrown)) {
            return thrown;
        }
        var fault = StepFault.of(thrown);
        var message = DiagramFault.forOperations(step, fault);
        log("Handoff %s: ".formatted(step.handoff()), message, fault, thrown);
        return DiagramFault.ofPerson(step, fault, incidents.tell(step, message), thrown);
    }

    static void log(String about, String message, StepFault fault, RuntimeException thrown) {
        LOG.warn("{}{}", about, message, fault.isKnown() ? null : thrown);
    }

    private static boolean isFault(RuntimeException thrown) {
        return !(thrown instanceof Refusal
                || thrown instanceof AuthorizationException
                || thrown instanceof SuspendedEntityInteractionException
                || thrown instanceof FormFieldValidationException
                || isDatabase(thrown));
    }

    static boolean isDatabase(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof DataAccessException) {
                return true;
            }
        }
        return false;
    }
}
