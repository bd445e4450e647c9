package dev.baton.modelling;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.contract.Expressions;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** FEEL as Camunda evaluates it, without functions from outside. */
@Component
public class FeelExpressions implements Expressions {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> CONTEXT = new TypeReference<>() {};

    private final FeelEngineApi feel =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    @Override
    public Expression parse(String text) {
        var parsed = feel.parseExpression(text);
        if (!parsed.isSuccess()) {
            throw new IllegalArgumentException(parsed.failure().message());
        }
        return context -> {
            var result = feel.evaluate(parsed.parsedExpression(), JSON.convertValue(context, CONTEXT));
            return (result.isSuccess() && result.result() instanceof Boolean answer) ? answer : null;
        };
    }
}
