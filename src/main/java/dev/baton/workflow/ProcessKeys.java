package dev.baton.workflow;

import dev.baton.engine.Refusal;
import java.util.List;

/** The keys of the shipped processes; a diagram's file has the same name. */
public final class ProcessKeys {

    public static final String DOCUMENTATION_FIRST = "documentation-first-handoff";
    public static final String TRANSFER = "transfer";
    public static final String APPROVAL = "approval";
    public static final String ESCALATION = "escalation";
    public static final String RETROSPECTIVE = "retrospective";

    public static final String ACTION = "handoff-action";

    /** Correlated to stop a running handoff. */
    public static final String CANCELLED_MESSAGE = "handoff-cancelled";

    /** Correlated to close what is still asked about a handoff that is over. */
    public static final String OVER_MESSAGE = "handoff-over";

    /** What `POST /api/handoffs` may start. */
    public static final List<String> STARTABLE = List.of(DOCUMENTATION_FIRST, TRANSFER, APPROVAL, RETROSPECTIVE);

    private ProcessKeys() {}

    /** The key as it is; one that nobody may start is a {@link Refusal} that names the others. */
    public static String startable(String model) {
        if (!STARTABLE.contains(model)) {
            throw Refusal.of(
                    "model",
                    "There is no handoff model \"%s\": use one of %s.".formatted(model, String.join(", ", STARTABLE)));
        }
        return model;
    }
}
