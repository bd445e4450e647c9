package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Reads one diagram, element by element, and collects every way in which it would run code that is not Baton's. */
final class DiagramReading {

    private static final Set<String> ENGINE_NAMESPACES =
            Set.of(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS, "http://activiti.org/bpmn");

    private static final Map<String, String> CLASSES = Map.of(
            "class", "a Java class",
            "formHandlerClass", "a Java class that handles a form",
            "variableMappingClass", "a Java class that maps variables");

    private static final Set<String> GENERATED_FORMS = Set.of("formData", "formProperty");
    private static final Set<String> DELEGATES = Set.of("delegateExpression", "variableMappingDelegateExpression");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern QUOTED = Pattern.compile("'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"");

    private final String file;
    private final VisibleBeans beans;
    private final List<Violation> found = new ArrayList<>();

    DiagramReading(String file, VisibleBeans beans) {
        this.file = file;
        this.beans = beans;
    }

    List<Violation> read(Element root) {
        read(root, root);
        return found;
    }

    /** {@code owner} is the nearest element that people see in the diagram. */
    private void read(Element element, Element nearest) {
        var owner = !isEngines(element.getUri()) && element.attribute("id") != null ? element : nearest;
        readElement(element, owner);
        for (var key : element.attributes()) {
            var colon = key.lastIndexOf(':');
            var namespace = colon < 0 ? null : key.substring(0, colon);
            if (isEngines(namespace) || (namespace == null && isEngines(element.getUri()))) {
                readAttribute(key.substring(colon + 1), element.attribute(key), element, owner);
            }
        }
        readExpression(element.getText(), element, owner);
        element.elements().forEach(child -> read(child, owner));
    }

    private void readElement(Element element, Element owner) {
        var tag = element.getTagName();
        if (tag.equals("scriptTask")) {
            refuse(
                    owner,
                    "runs a script. Use a business rule task with a decision table, or a service task with a bean.");
        } else if (isEngines(element.getUri()) && tag.equals("script")) {
            refuse(owner, "runs a script in a listener or a mapping. Use an expression, or a decision table.");
        } else if (isEngines(element.getUri()) && tag.equals("connector")) {
            refuse(owner, "uses a connector. Use an external task or a service task with a bean.");
        } else if (isEngines(element.getUri()) && GENERATED_FORMS.contains(tag)) {
            refuse(
                    ModelingRule.NO_PAGE_FORMS,
                    owner,
                    "has generated form fields, whose labels can run script in the browser of whoever opens it. Use a Camunda Form.");
        } else if (CONDITIONS.contains(tag) && isScript(element)) {
            refuse(
                    owner,
                    "has a condition written as a script. Write it as an expression, like ${decision == 'approved'}.");
        }
    }

    private static boolean isScript(Element condition) {
        return condition.attribute("language") != null
                || condition.attributes().stream().anyMatch(key -> key.endsWith(":resource"));
    }

    private void readAttribute(String name, String value, Element element, Element owner) {
        if (CLASSES.containsKey(name)) {
            refuse(
                    owner,
                    "names %s (%s). Use a delegate expression with one of %s."
                            .formatted(CLASSES.get(name), value, visible()));
        } else if (name.equals("type") && !isEngines(element.getUri()) && !value.equals("external")) {
            refuse(
                    owner,
                    "is of type '%s'. Only external tasks and beans run here; to notify somebody use Baton's own notices."
                            .formatted(value));
        } else if (name.equals("caseRef")) {
            refuse(owner, "calls a case model. Call a process instead.");
        } else if (name.equals("formKey")) {
            refuse(
                    ModelingRule.NO_PAGE_FORMS,
                    owner,
                    "shows the form key %s, and such a page can run script in the browser of whoever opens it. Use a Camunda Form."
                            .formatted(value));
        } else if (DELEGATES.contains(name)) {
            readDelegate(value, owner);
        } else if (name.equals("expression")) {
            readCall(value, owner);
        }
        readExpression(value, element, owner);
    }

    private void readDelegate(String text, Element owner) {
        var named = identifiers(text);
        if (named == null) {
            return;
        }
        if (named.isEmpty() || !beans.keySet().containsAll(named)) {
            refuse(owner, "delegates to %s, which is not one of %s.".formatted(text, visible()));
        }
    }

    private void readCall(String text, Element owner) {
        var named = identifiers(text);
        if (named != null) {
            named.stream()
                    .filter(beans::hides)
                    .forEach(name -> refuse(
                            owner,
                            "calls '%s', which diagrams may not use; they may use %s.".formatted(name, visible())));
        }
    }

    private void readExpression(@Nullable String text, Element element, Element owner) {
        if (text == null || !DiagramExpression.isIn(text) || isProse(element)) {
            return;
        }
        if (text.length() > DiagramExpression.LONGEST) {
            refuse(
                    owner,
                    "has an expression of more than %d characters: shorten it.".formatted(DiagramExpression.LONGEST));
            return;
        }
        if (identifiers(text) == null) {
            refuse(owner, "has an expression that cannot be read: %s".formatted(text.strip()));
            return;
        }
        WORD.matcher(QUOTED.matcher(text).replaceAll(""))
                .results()
                .map(word -> word.group())
                .filter(ExpressionAllowListResolver::isWayOut)
                .distinct()
                .forEach(word ->
                        refuse(owner, "uses '%s' in %s, which an expression must not.".formatted(word, text.strip())));
    }

    private static boolean isProse(Element element) {
        return element.getTagName().equals("documentation")
                || element.getTagName().equals("text");
    }

    /** Names of variables and beans in an expression; null where it cannot be read. */
    private static @Nullable Set<String> identifiers(String text) {
        return DiagramExpression.parse(text).map(DiagramExpression::names).orElse(null);
    }

    private Set<Object> visible() {
        return new TreeSet<>(beans.keySet());
    }

    private void refuse(Element owner, String message) {
        refuse(ModelingRule.NO_FOREIGN_CODE, owner, message);
    }

    private void refuse(ModelingRule rule, Element owner, String message) {
        var label = owner.attribute("name");
        var named = label == null || label.isBlank() ? message : "“%s” %s".formatted(label.strip(), message);
        found.add(new Violation(rule, file, owner.attribute("id"), named, owner.getLine()));
    }

    private static boolean isEngines(@Nullable String namespace) {
        return namespace != null && ENGINE_NAMESPACES.contains(namespace);
    }
}
