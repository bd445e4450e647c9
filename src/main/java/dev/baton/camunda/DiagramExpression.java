package dev.baton.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;

/** An expression of a diagram, read but not bound to anything that runs. */
public final class DiagramExpression {

    static final int LONGEST = 2_000;

    private static final Builder BUILDER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final ExpressionFactoryImpl VALUES = new ExpressionFactoryImpl();

    private final String text;
    private final Tree tree;

    /** A method that is called on something named, as in {@code deadline.hours(48)}. */
    public record Call(String on, String method, int arguments) {}

    private DiagramExpression(String text, Tree tree) {
        this.text = text;
        this.tree = tree;
    }

    /** Whether a text has an expression in it. */
    public static boolean isIn(@Nullable String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    /** Empty where it cannot be read. */
    public static Optional<DiagramExpression> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DiagramExpression(text.strip(), BUILDER.build(text.strip())));
        } catch (TreeBuilderException unreadable) {
            return Optional.empty();
        }
    }

    /** Names of variables and beans. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        tree.getIdentifierNodes().forEach(node -> names.add(node.getName()));
        return names;
    }

    public List<Call> calls() {
        var calls = new ArrayList<Call>();
        collect(tree.getRoot(), calls);
        return calls;
    }

    private static void collect(Node node, List<Call> calls) {
        if (node instanceof AstMethod && node.getChild(0) instanceof AstDot dot) {
            calls.add(new Call(
                    dot.getChild(0).toString(),
                    dot.toString().substring(1).strip(),
                    node.getChild(1).getCardinality()));
        }
        for (var i = 0; i < node.getCardinality(); i++) {
            collect(node.getChild(i), calls);
        }
    }

    /** What a condition says where its variables are these; empty where it needs more than them. */
    public Optional<Boolean> test(Map<String, Object> variables) {
        var context = new SimpleContext();
        variables.forEach((name, value) ->
                context.setVariable(name, VALUES.createValueExpression(value == NOTHING ? null : value, Object.class)));
        try {
            return Optional.of((Boolean)
                    VALUES.createValueExpression(context, text, Boolean.class).getValue(context));
        } catch (ELException needsMore) {
            return Optional.empty();
        }
    }

    /** Stands for a variable that is null. */
    public static final Object NOTHING = new Object();

    @Override
    public String toString() {
        return text;
    }
}
