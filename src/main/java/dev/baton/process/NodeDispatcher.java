package dev.baton.process;

import dev.baton.camunda.DiagramHooks;
import dev.baton.shared.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Tells every feature what happens at the nodes of the diagrams that work for handoffs, and of no others. */
@Component
class NodeDispatcher implements DiagramHooks {

    private final Diagrams diagrams;
    private final List<NodeListener> listeners;

    NodeDispatcher(Diagrams diagrams, List<NodeListener> listeners) {
        this.diagrams = diagrams;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void started(DelegateExecution instance) {
        if (!diagrams.part(instance).isOfHandoff()) {
            return;
        }
        if (instance.getSuperExecution() == null && diagrams.part(instance).isOnlyCalled()) {
            throw Refusal.of("process", "This process works for others and is not started alone: start a handoff.");
        }
        listeners.forEach(listener -> listener.started(instance));
    }

    @Override
    public void entered(DelegateExecution execution) {
        if (diagrams.part(execution).isOfHandoff()) {
            var node = diagrams.node(execution);
            listeners.forEach(listener -> listener.entered(execution, node));
        }
    }

    @Override
    public void taskCreated(DelegateTask task) {
        if (diagrams.part(task).isOfHandoff()) {
            var node = diagrams.node(task);
            listeners.forEach(listener -> listener.taskCreated(task, node));
        }
    }

    @Override
    public void taskAssigned(DelegateTask task) {
        if (diagrams.part(task).isOfHandoff()) {
            var node = diagrams.node(task);
            listeners.forEach(listener -> listener.taskAssigned(task, node));
        }
    }

    @Override
    public void completed(DelegateExecution task) {
        if (diagrams.part(task).isOfHandoff()) {
            var node = diagrams.node(task);
            listeners.forEach(listener -> listener.completed(task, node));
        }
    }

    @Override
    public void ended(DelegateExecution instance) {
        if (diagrams.part(instance).isOfHandoff()) {
            listeners.forEach(listener -> listener.ended(instance));
        }
    }
}
