package dev.baton.process;

import dev.baton.journal.Handoff;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Which handoffs operations have suspended; only the engine knows. Nothing goes on in them, and no timer fires. */
@Component
public class Suspensions {

    private static final int MOST = 2000;

    private final RuntimeService runtime;
    private final Diagrams diagrams;
    private final AsEngine asEngine;

    Suspensions(RuntimeService runtime, Diagrams diagrams, AsEngine asEngine) {
        this.runtime = runtime;
        this.diagrams = diagrams;
        this.asEngine = asEngine;
    }

    /** The ids of all of them. */
    public Set<String> all() {
        return asEngine.call(() -> runtime.createProcessInstanceQuery().suspended().listPage(0, MOST).stream()
                .filter(this::isWork)
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean include(Handoff handoff) {
        return handoff.open()
                && asEngine.call(() -> runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(handoff.id())
                        .suspended()
                        .listPage(0, MOST)
                        .stream()
                        .anyMatch(this::isWork));
    }

    /** An action on a handoff is not the handoff, nor is what tells of its end. */
    private boolean isWork(ProcessInstance instance) {
        return diagrams.part(instance.getProcessDefinitionId()).isWork();
    }

    /**
     * Says that nothing is taken at the moment.
     *
     * @param wanted what is not possible now, as in "what was agreed stays as it was"
     * @throws NotRunning where the handoff is suspended
     */
    public void demandNone(Handoff handoff, String wanted) {
        if (include(handoff)) {
            throw NotRunning.suspended(wanted);
        }
    }
}
