package dev.baton.camunda;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A process that somebody deletes at the moment. */
public final class Deletion {

    private Deletion() {}

    /** The words of who deletes it; none where nobody gave any. */
    public static Optional<String> reason(DelegateExecution instance) {
        return Optional.ofNullable(((ExecutionEntity) instance).getDeleteReason())
                .map(String::strip)
                .filter(words -> !words.isEmpty());
    }
}
