package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.List;

/** A handoff cannot go on because of its diagram: what failed is undone, and operations correct the diagram. */
final class DiagramFault extends Refusal {

    private static final long serialVersionUID = 1L;

    private DiagramFault(String sentence, Throwable cause) {
        super(Kind.FAULT, sentence, List.of());
        initCause(cause);
    }

    /** The same for everybody: diagram, version, step, and what is wrong. */
    static String sentence(FailedStep step, StepFault fault) {
        return "%s cannot go on at %s: %s.".formatted(step.diagram(), step.label(), fault.what());
    }

    static String forOperations(FailedStep step, StepFault fault) {
        return "%s To correct: %s.".formatted(sentence(step, fault), fault.remedy());
    }

    static DiagramFault ofJob(FailedStep step, StepFault fault, Throwable cause) {
        return new DiagramFault(forOperations(step, fault), cause);
    }

    static DiagramFault ofPerson(FailedStep step, StepFault fault, boolean isTold, Throwable cause) {
        return new DiagramFault(
                "%s %s %s"
                        .formatted(
                                sentence(step, fault),
                                step.answersTask()
                                        ? "Nothing of yours is lost: the task is open as it was, with everything that was"
                                                + " saved; only this answer was not taken, so keep it and send it again."
                                        : "Nothing of yours is lost: everything is as it was before.",
                                isTold
                                        ? "Operations have been told what to correct."
                                        : "Tell operations: they find it in the log."),
                cause);
    }
}
