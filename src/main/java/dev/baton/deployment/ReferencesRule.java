package dev.baton.deployment;

import dev.baton.camunda.DiagramExpression;
import dev.baton.camunda.ModelingRule;
import dev.baton.camunda.VisibleBeans;
import dev.baton.contract.Row;
import dev.baton.deployment.Definitions.Diagram;
import dev.baton.form.FormQuestion;
import dev.baton.process.Diagrams;
import dev.baton.process.Facts;
import dev.baton.process.Node;
import dev.baton.process.Variables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a diagram names is there, and fits the place where it is named. */
@Component
class ReferencesRule implements Rule {

    private static final Set<String> OF_THE_ENGINE = Set.of(
            "execution",
            "task",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "decisionResult");

    private final VisibleBeans beans;

    ReferencesRule(VisibleBeans beans) {
        this.beans = beans;
    }

    @Override
    public void check(Definitions definitions, Violations found) {
        definitions.batons().forEach(diagram -> new Reading(diagram, definitions, found).read());
        definitions.diagrams().stream()
                .filter(diagram -> !diagram.isBatons() && looksLikeBatons(diagram, definitions))
                .forEach(
                        diagram -> found.add(
                                ModelingRule.PROPERTY,
                                diagram.file(),
                                diagram.process(),
                                "uses gates, reviews or escalations of Baton's and does not say what it is: give it the property “handoff”, opens or serves."));
    }

    private static boolean looksLikeBatons(Diagram diagram, Definitions definitions) {
        return diagram.elements()
                .anyMatch(element -> Elements.properties(element).containsKey("review")
                        || Diagrams.isGate(element)
                        || (element instanceof CallActivity call && ReviewRule.isEscalation(call, definitions)));
    }

    /** Reads one diagram. */
    private final class Reading {

        private final Diagram diagram;
        private final Definitions definitions;
        private final Violations found;
        private final Set<String> known;

        Reading(Diagram diagram, Definitions definitions, Violations found) {
            this.diagram = diagram;
            this.definitions = definitions;
            this.found = found;
            this.known = variables();
        }

        void read() {
            readStarters();
            diagram.elements().forEach(element -> {
                readExpressions(element);
                readDelegates(element);
                readPackages(element, "packages", "shows");
                readPackages(element, "reviewed", "judges");
                readStage(element);
                if (element instanceof UserTask task) {
                    readTask(task);
                } else if (element instanceof StartEvent start) {
                    readForm(start);
                } else if (element instanceof CallActivity call) {
                    readCall(call);
                } else if (element instanceof BusinessRuleTask task) {
                    readDecision(task);
                }
                if (Diagrams.isGate(element)) {
                    readGate(element);
                }
            });
        }

        private void readStarters() {
            diagram.process().getCamundaCandidateStarterGroupsList().stream()
                    .filter(group -> !DiagramExpression.isIn(group)
                            && Elements.role(group).isEmpty())
                    .forEach(group -> refuse(
                            diagram.process(),
                            "may be started by “%s”, which is no role: write one of %s."
                                    .formatted(group, String.join(", ", Elements.roles()))));
        }

        // Names of people's things

        private void readTask(UserTask task) {
            readForm(task);
            var groups = Elements.list(Elements.attribute(task, "candidateGroups"));
            if (groups.isEmpty()
                    && Elements.attribute(task, "assignee") == null
                    && Elements.attribute(task, "candidateUsers") == null) {
                refuse(task, "belongs to nobody: name the role that does it as its candidate group.");
            }
            groups.stream()
                    .filter(group -> !DiagramExpression.isIn(group)
                            && Elements.role(group).isEmpty())
                    .forEach(group -> refuse(
                            task,
                            "belongs to “%s”, which is no role: write one of %s."
                                    .formatted(group, String.join(", ", Elements.roles()))));
        }

        private void readForm(BaseElement element) {
            var form = Elements.attribute(element, "formRef");
            if (form == null) {
                if (element instanceof UserTask) {
                    refuse(element, "asks nothing: give it a Camunda Form, bound to its latest version.");
                }
                return;
            }
            bound(element, "formRefBinding", false);
            if (!DiagramExpression.isIn(form) && definitions.form(form).isEmpty()) {
                refuse(
                        element,
                        "shows the form “%s”, which nobody has deployed: deploy %s.form along.".formatted(form, form));
            }
        }

        private void bound(BaseElement element, String attribute, boolean latestByDefault) {
            var binding = Elements.attribute(element, attribute);
            if (binding == null ? !latestByDefault : !binding.equals("latest")) {
                found.add(
                        ModelingRule.LATEST_BINDING,
                        diagram.file(),
                        element,
                        "is bound to %s, which the next deployment of the diagram alone breaks: set the binding to latest."
                                .formatted(binding == null ? "nothing" : "“%s”".formatted(binding)));
            }
        }

        private void readPackages(FlowElement element, String property, String does) {
            var packages = Elements.properties(element).getOrDefault(property, "");
            if (!DiagramExpression.isIn(packages)) {
                var known = cells("requirements", "package");
                Elements.list(packages).stream()
                        .filter(name -> !known.isEmpty() && !known.contains(name))
                        .filter(name -> !property.equals("reviewed") || !name.equals(Node.WORK))
                        .forEach(name -> refuse(
                                element,
                                "%s the package “%s”, which has no row in the requirements table: write one of %s."
                                        .formatted(does, name, String.join(", ", known))));
            }
        }

        private void readStage(FlowElement element) {
            var stage = Elements.properties(element).getOrDefault("stage", "");
            var known = cells("stage-durations", "stage");
            if (!stage.isEmpty() && !DiagramExpression.isIn(stage) && !known.isEmpty() && !known.contains(stage)) {
                refuse(
                        element,
                        "is work on the stage “%s”, which has no row in the table of stage durations: write one of %s."
                                .formatted(stage, String.join(", ", known)));
            }
        }

        private void readContract(BaseElement element, @Nullable String contract) {
            if (contract == null || contract.isBlank()) {
                refuse(element, "judges and names no contract: give it the input “contract”.");
            } else if (!DiagramExpression.isIn(contract)) {
                var known = cells("contracts", "contract");
                if (!known.isEmpty() && !known.contains(contract)) {
                    refuse(
                            element,
                            "names the contract “%s”, which there is not: write one of %s."
                                    .formatted(contract, String.join(", ", known)));
                }
            }
        }

        private Set<String> cells(String table, String column) {
            return definitions.rows(table).stream()
                    .flatMap(List::stream)
                    .map((Row row) -> row.cell(column))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // Tables, calls, code

        private void readDecision(BusinessRuleTask task) {
            var decision = task.getCamundaDecisionRef();
            if (decision == null) {
                return;
            }
            bound(task, "decisionRefBinding", true);
            if (!DiagramExpression.isIn(decision) && definitions.table(decision).isEmpty()) {
                refuse(
                        task,
                        "decides by the table “%s”, which nobody has deployed: deploy %s.dmn along."
                                .formatted(decision, decision));
            }
        }

        private void readCall(CallActivity call) {
            var key = call.getCalledElement();
            if (key == null || key.isBlank()) {
                refuse(call, "calls nothing: name the process that it calls.");
                return;
            }
            bound(call, "calledElementBinding", true);
            Elements.extensions(call, CamundaIn.class)
                    .filter(in -> "contract".equals(in.getCamundaTarget()))
                    .map(CamundaIn::getCamundaSourceExpression)
                    .filter(Objects::nonNull)
                    .map(ReferencesRule::constant)
                    .flatMap(Optional::stream)
                    .forEach(contract -> readContract(call, contract));
            if (DiagramExpression.isIn(key)) {
                return;
            }
            var called = definitions.process(key);
            if (called.isEmpty()) {
                refuse(
                        call,
                        "calls “%s”, which nobody has deployed: correct the key, or deploy %s.bpmn along."
                                .formatted(key, key));
                return;
            }
            checkCalled(call, key, called.get());
        }

        private void checkCalled(CallActivity call, String key, Process called) {
            var part = Elements.part(called);
            if (Set.of("acts", "prepares", "tells").contains(part)) {
                refuse(call, "calls “%s”, which is started alone: call another.".formatted(key));
            }
            var handsKeyDown =
                    Elements.extensions(call, CamundaIn.class).anyMatch(in -> in.getCamundaBusinessKey() != null);
            if (part.equals("branches") && handsKeyDown) {
                refuse(
                        call,
                        "calls “%s”, which opens a handoff with a key of its own, and hands it this one's: take the business key out."
                                .formatted(key));
            }
            if (!part.isEmpty() && !part.equals("branches") && !handsKeyDown) {
                refuse(
                        call,
                        "calls “%s” and does not hand the handoff's key down: map the business key, #{execution.processBusinessKey}."
                                .formatted(key));
            }
            if (ReviewRule.isEscalation(call, definitions)
                    && !diagram.graph().incoming(call).stream().allMatch(ReferencesRule::isFromReviewsTimer)) {
                refuse(
                        call,
                        "escalates, and something else than a review's timer leads to it: lead only timers of reviews there.");
            }
        }

        private void readGate(FlowElement element) {
            readContract(element, Elements.inputs(element).get("contract"));
        }

        private void readDelegates(FlowElement element) {
            readDelegate(element, Elements.attribute(element, "delegateExpression"), JavaDelegate.class, "a delegate");
            Elements.extensions(element, CamundaExecutionListener.class)
                    .forEach(listener -> readDelegate(
                            element,
                            listener.getCamundaDelegateExpression(),
                            ExecutionListener.class,
                            "an execution listener"));
            Elements.extensions(element, CamundaTaskListener.class)
                    .forEach(listener -> readDelegate(
                            element, listener.getCamundaDelegateExpression(), TaskListener.class, "a task listener"));
        }

        private void readDelegate(FlowElement element, @Nullable String expression, Class<?> type, String called) {
            Elements.names(expression).stream()
                    .filter(name -> beans.type(name)
                            .filter(bean -> !type.isAssignableFrom(bean))
                            .isPresent())
                    .forEach(name -> refuse(
                            element,
                            "delegates to “%s”, which is no %s: choose another."
                                    .formatted(name, called.replaceFirst("^an? ", ""))));
        }

        // Expressions

        private void readExpressions(FlowElement element) {
            texts(element)
                    .filter(DiagramExpression::isIn)
                    .forEach(text ->
                            DiagramExpression.parse(text).ifPresent(expression -> readExpression(element, expression)));
        }

        private void readExpression(FlowElement element, DiagramExpression expression) {
            expression.names().stream()
                    .filter(name -> !known.contains(name) && !beans.containsKey(name))
                    .forEach(name -> refuse(
                            element,
                            "uses “%s” in %s, which nothing here writes: correct the name, or let a form or a step before write it."
                                    .formatted(name, expression)));
            expression.calls().stream()
                    .filter(call -> beans.containsKey(call.on()))
                    .filter(call -> beans.type(call.on())
                            .filter(type -> Stream.of(type.getMethods())
                                    .noneMatch(method -> method.getName().equals(call.method())
                                            && method.getParameterCount() == call.arguments()))
                            .isPresent())
                    .forEach(call -> refuse(
                            element,
                            "calls %s.%s in %s, which there is not: correct the name and what is handed over."
                                    .formatted(call.on(), call.method(), expression)));
            if (expression.calls().stream().anyMatch(call -> call.on().equals("deadline"))
                    && ReviewRule.hours(expression.toString()).isEmpty()) {
                refuse(
                        element,
                        "has the deadline %s: write ${deadline.hours(48)}, with a whole number of hours above zero."
                                .formatted(expression));
            }
        }

        private Stream<String> texts(FlowElement element) {
            var texts = new ArrayList<@Nullable String>();
            Stream.of(
                            "candidateGroups",
                            "candidateUsers",
                            "assignee",
                            "dueDate",
                            "followUpDate",
                            "priority",
                            "formRef",
                            "decisionRef",
                            "delegateExpression",
                            "expression")
                    .forEach(name -> texts.add(Elements.attribute(element, name)));
            texts.addAll(Elements.inputs(element).values());
            if (!isReview(element)) { // what a review answers is written by its form
                texts.addAll(Elements.outputs(element).values());
            }
            Elements.properties(element).forEach((name, value) -> {
                if (!name.startsWith("x-")) {
                    texts.add(value);
                }
            });
            Elements.extensions(element, CamundaIn.class).forEach(in -> {
                texts.add(in.getCamundaSourceExpression());
                texts.add(in.getCamundaSource() == null ? null : "${%s}".formatted(in.getCamundaSource()));
            });
            if (element instanceof CallActivity call) {
                texts.add(call.getCalledElement());
            }
            if (element instanceof SequenceFlow flow && flow.getConditionExpression() != null) {
                texts.add(flow.getConditionExpression().getTextContent());
            }
            element.getChildElementsByType(TimerEventDefinition.class)
                    .forEach(timer -> texts.add(timer.getTextContent().strip()));
            return texts.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
        }

        private static boolean isReview(FlowElement element) {
            return Elements.properties(element).containsKey("review");
        }

        /** What is written in this diagram, by its forms, by those who call it, or by Baton itself. */
        private Set<String> variables() {
            var names = new LinkedHashSet<String>(OF_THE_ENGINE);
            names.addAll(Variables.names());
            names.addAll(Facts.NAMES);
            Elements.properties(diagram.process()).keySet().stream()
                    .filter(name -> name.indexOf('.') > 0)
                    .forEach(name -> names.add(name.substring(name.indexOf('.') + 1)));
            diagram.elements().forEach(element -> {
                names.addAll(Elements.inputs(element).keySet());
                names.addAll(Elements.outputs(element).keySet());
                Elements.extensions(element, CamundaOut.class)
                        .forEach(out -> names.add(String.valueOf(out.getCamundaTarget())));
                Optional.ofNullable(Elements.attribute(element, "resultVariable"))
                        .ifPresent(names::add);
                element.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                        .forEach(loop -> names.add(String.valueOf(loop.getCamundaElementVariable())));
                Optional.ofNullable(Elements.attribute(element, "formRef"))
                        .flatMap(definitions::form)
                        .ifPresent(form -> FormQuestion.of(form)
                                .forEach(field -> names.add(field.path().split("[.]", 2)[0])));
            });
            definitions.allDiagrams().stream()
                    .flatMap(caller -> caller.elements())
                    .filter(CallActivity.class::isInstance)
                    .filter(call -> diagram.key().equals(((CallActivity) call).getCalledElement()))
                    .flatMap(call -> Elements.extensions(call, CamundaIn.class))
                    .forEach(in -> names.add(String.valueOf(in.getCamundaTarget())));
            return names;
        }

        private void refuse(BaseElement element, String rest) {
            found.add(ModelingRule.REFERENCE, diagram.file(), element, rest);
        }
    }

    private static boolean isFromReviewsTimer(SequenceFlow flow) {
        return flow.getSource() instanceof BoundaryEvent timer
                && timer.getAttachedTo() != null
                && Elements.properties(timer.getAttachedTo()).containsKey("review");
    }

    /** The text in {@code ${'text'}}. */
    private static Optional<String> constant(String expression) {
        var text = expression.strip();
        return text.startsWith("${'") && text.endsWith("'}")
                ? Optional.of(text.substring(3, text.length() - 2))
                : Optional.empty();
    }
}
