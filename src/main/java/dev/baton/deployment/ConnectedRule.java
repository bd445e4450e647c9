package dev.baton.deployment;

import dev.baton.camunda.ModelingRule;
import dev.baton.deployment.Definitions.Diagram;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** Lets no step stand where no way leads to it, or from it. */
@Component
class ConnectedRule implements Rule {

    @Override
    public void check(Definitions definitions, Violations found) {
        definitions.batons().forEach(diagram -> check(diagram, found));
    }

    private static void check(Diagram diagram, Violations found) {
        var reached = diagram.graph().reach(step -> true);
        diagram.graph().nodes().stream().filter(node -> !isAside(node)).forEach(node -> {
            if (!reached.contains(node)) {
                refuse(diagram, node, "is never reached: lead a flow to it, or take it out.", found);
            } else if (!(node instanceof EndEvent) && isLast(diagram, node)) {
                refuse(diagram, node, "leads nowhere: draw the flow that goes on from it.", found);
            }
        });
    }

    /** What is drawn beside the ways: event sub-processes, and what undoes a step. */
    private static boolean isAside(FlowNode node) {
        return (node instanceof SubProcess scope && scope.triggeredByEvent())
                || (node instanceof Activity activity && activity.isForCompensation());
    }

    private static boolean isLast(Diagram diagram, FlowNode node) {
        return diagram.graph().outgoing(node).isEmpty()
                && diagram.graph().from(node).stream().noneMatch(step -> step.flow() == null && !step.isToBoundary());
    }

    private static void refuse(Diagram diagram, FlowNode node, String rest, Violations found) {
        found.add(ModelingRule.CONNECTED, diagram.file(), node, rest);
    }
}
