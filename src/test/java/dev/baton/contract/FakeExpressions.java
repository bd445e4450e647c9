package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Stands in for FEEL in these tests and reads nothing but {@code value > number} and {@code value != null}. */
final class FakeExpressions implements Expressions {

    @Override
    public Expression parse(String feel) {
        if (feel.equals("value != null")) {
            return context -> !context.path("value").isNull();
        }
        if (!feel.matches("value > \\d+")) {
            throw new IllegalArgumentException("This stand-in for FEEL cannot read “" + feel + "”.");
        }
        int bound = Integer.parseInt(feel.substring("value > ".length()));
        return context -> {
            JsonNode value = context.path("value");
            return value.isNumber() ? Boolean.valueOf(value.asInt() > bound) : null;
        };
    }
}
