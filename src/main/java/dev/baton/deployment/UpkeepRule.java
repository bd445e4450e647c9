package dev.baton.deployment;

import dev.baton.camunda.ModelingRule;
import dev.baton.deployment.Definitions.Diagram;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps a diagram fit to be run, looked at and repaired for years. */
@Component
class UpkeepRule implements Rule {

    private static final Pattern GENERATED = Pattern.compile(
            "[A-Z][A-Za-z]*_(?=[0-9a-z]*\\d)[0-9a-z]{7}|(?:StartEvent|EndEvent|Process|Task|Gateway)_\\d{1,3}");
    private static final Pattern CYCLE =
            Pattern.compile("R\\d{1,2}/PT?\\d{1,4}[SMHD]|PT?\\d{1,4}[SMHD](?:,\\s*+PT?\\d{1,4}[SMHD])*+");
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P?\\d{1,5}D?");

    @Override
    public void check(Definitions definitions, Violations found) {
        definitions.diagrams().forEach(diagram -> checkHistory(diagram, found));
        definitions.tables().forEach(table -> {
            Decision decision = table.model().getModelElementById(table.key());
            var kept = decision == null ? null : decision.getCamundaHistoryTimeToLiveString();
            if (kept == null || !TIME_TO_LIVE.matcher(kept.strip()).matches()) {
                found.add(ModelingRule.HISTORY, table.file(), table.key(), noHistory(kept));
            }
        });
        definitions.batons().forEach(diagram -> {
            checkIds(diagram, found);
            checkRetries(diagram, found);
            checkDrawing(diagram, found);
        });
    }

    private static void checkHistory(Diagram diagram, Violations found) {
        var kept = diagram.process().getCamundaHistoryTimeToLiveString();
        if (kept == null || !TIME_TO_LIVE.matcher(kept.strip()).matches()) {
            found.add(ModelingRule.HISTORY, diagram.file(), diagram.process(), noHistory(kept));
        }
    }

    private static String noHistory(@Nullable String kept) {
        return kept == null
                ? "does not say how long its history is kept: set the history time to live, such as P180D."
                : "keeps its history for “%s”: write days, such as P180D.".formatted(kept);
    }

    private static void checkIds(Diagram diagram, Violations found) {
        Stream.concat(
                        Stream.of((BaseElement) diagram.process()),
                        diagram.elements().filter(FlowNode.class::isInstance))
                .filter(element -> GENERATED.matcher(element.getId()).matches())
                .forEach(element -> found.add(
                        ModelingRule.SPEAKING_ID,
                        diagram.file(),
                        element,
                        "has the generated id “%s”, which journals and integrations would show: name it, such as review_brief."
                                .formatted(element.getId())));
    }

    private static void checkRetries(Diagram diagram, Violations found) {
        diagram.elements().forEach(element -> {
            var cycle = Elements.extensions(element, CamundaFailedJobRetryTimeCycle.class)
                    .findFirst()
                    .map(retries -> retries.getTextContent().strip());
            var runsByItself = "true".equals(Elements.attribute(element, "asyncBefore"))
                    || "true".equals(Elements.attribute(element, "asyncAfter"))
                    || "true".equals(Elements.attribute(element, "async"));
            if (cycle.filter(text -> !CYCLE.matcher(text).matches()).isPresent()) {
                found.add(
                        ModelingRule.RETRY_CYCLE,
                        diagram.file(),
                        element,
                        "is tried again “%s”: write a cycle, such as R3/PT5M.".formatted(cycle.orElse("")));
            } else if (runsByItself && cycle.isEmpty()) {
                found.add(
                        ModelingRule.RETRY_CYCLE,
                        diagram.file(),
                        element,
                        "runs by itself and does not say how it is tried again: set the retry time cycle, such as R3/PT5M.");
            }
        });
    }

    private static void checkDrawing(Diagram diagram, Violations found) {
        var drawn = new HashSet<String>();
        var model = diagram.process().getModelInstance();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> Optional.ofNullable(shape.getBpmnElement())
                        .filter(element -> shape.getBounds() != null)
                        .ifPresent(element -> drawn.add(element.getId())));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> Optional.ofNullable(edge.getBpmnElement())
                        .filter(element -> edge.getWaypoints().size() > 1)
                        .ifPresent(element -> drawn.add(element.getId())));
        if (drawn.isEmpty()) {
            found.add(
                    ModelingRule.DIAGRAM_DATA,
                    diagram.file(),
                    diagram.process(),
                    "is not drawn, so nobody sees it in Cockpit: draw it in Modeler.");
            return;
        }
        diagram.elements()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .filter(element -> !drawn.contains(element.getId()))
                .forEach(element -> found.add(
                        ModelingRule.DIAGRAM_DATA,
                        diagram.file(),
                        element,
                        "is not drawn, so nobody sees it in Cockpit: draw it in Modeler."));
    }
}
