package dev.baton.deployment;

import camundajar.impl.scala.Tuple2;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Expressions;
import dev.baton.shared.Json;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.stereotype.Component;

/** FEEL as Camunda evaluates it, without functions from outside, and ended when it takes too long. */
@Component
public class FeelExpressions implements Expressions {

    private static final TypeReference<Map<String, Object>> CONTEXT = new TypeReference<>() {};

    private static final ValueMapper VALUES = FeelEngine.defaultValueMapper();

    private final FeelEngineApi feel =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private final EvalContext functions =
            EvalContext.create(VALUES, new BuiltinFunctions(FeelEngine.defaultClock(), VALUES));

    @Override
    public Expression parse(String text) {
        var parsed = parseWithin(text);
        if (!parsed.isSuccess()) {
            throw new IllegalArgumentException(parsed.failure().message());
        }
        var expression = parsed.parsedExpression().expression();
        return context -> new LimitedInterpreter(VALUES).eval(expression, around(context)) instanceof ValBoolean answer
                ? answer.value()
                : null;
    }

    /** The parser descends into what it reads: too many brackets inside each other would end it, and no sentence. */
    private ParseResult parseWithin(String text) {
        try {
            return feel.parseExpression(text);
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("it is nested too deeply", tooDeep);
        }
    }

    private EvalContext around(ObjectNode values) {
        var context = functions;
        for (var value : Json.MAPPER.convertValue(values, CONTEXT).entrySet()) {
            context = context.add(new Tuple2<>(value.getKey(), VALUES.toVal(value.getValue())));
        }
        return context;
    }
}
