package dev.baton.deployment;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import dev.baton.contract.ExpressionTooLong;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.ValueMapper;

/** Evaluates one FEEL expression, and ends it when it takes too much processor time or counts too far. Made for one evaluation. */
final class LimitedInterpreter extends FeelInterpreter {

    static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST_STEPS_OF_A_LOOP = 10_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end = System.nanoTime() + LONGEST.toNanos();
    private final long begun = THREADS.getCurrentThreadCpuTime();

    LimitedInterpreter(ValueMapper values) {
        super(values);
    }

    @Override
    public Val eval(Exp expression, EvalContext context) {
        if (System.nanoTime() > end && THREADS.getCurrentThreadCpuTime() - begun > LONGEST.toNanos()) {
            throw new ExpressionTooLong("was ended after %d ms".formatted(LONGEST.toMillis()));
        }
        if (expression instanceof IterationContext range) {
            refuseHuge(eval(range.start(), context), eval(range.end(), context));
        } else if (expression instanceof For loop) {
            refuseHuge(loop.iterators(), context);
        } else if (expression instanceof SomeItem loop) {
            refuseHuge(loop.iterators(), context);
        } else if (expression instanceof EveryItem loop) {
            refuseHuge(loop.iterators(), context);
        }
        return super.eval(expression, context);
    }

    /** Lists that are walked together are multiplied before the first step. */
    private void refuseHuge(List<Tuple2<String, Exp>> iterators, EvalContext context) {
        var steps = 1L;
        for (var each = iterators.iterator(); iterators.size() > 1 && each.hasNext(); ) {
            steps *= eval(each.next()._2(), context) instanceof ValList list
                    ? Math.max(1, list.items().size())
                    : 1;
            if (steps > MOST_STEPS_OF_A_LOOP) {
                throw tooFar();
            }
        }
    }

    private static void refuseHuge(Val from, Val to) {
        if (from instanceof ValNumber start
                && to instanceof ValNumber last
                && last.value().$minus(start.value()).abs().toDouble() > MOST_STEPS_OF_A_LOOP) {
            throw tooFar();
        }
    }

    private static ExpressionTooLong tooFar() {
        return new ExpressionTooLong(String.format(Locale.ENGLISH, "counts further than %,d", MOST_STEPS_OF_A_LOOP));
    }
}
