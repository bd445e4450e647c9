package dev.baton.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The terms of every process that has some; one without them starts with what it is given. */
@Component
class UsualTerms {

    private final Map<String, Terms> byProcess;
    private final Diagrams diagrams;

    UsualTerms(List<Terms> terms, Diagrams diagrams) {
        this.byProcess = terms.stream().collect(Collectors.toMap(Terms::process, Function.identity()));
        this.diagrams = diagrams;
    }

    void complete(DelegateExecution instance) {
        var terms = byProcess.get(diagrams.key(instance.getProcessDefinitionId()));
        if (terms != null) {
            terms.complete(instance);
        }
    }
}
