package dev.baton.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Reads FEEL, the last resort of the rule vocabulary; the expression engine is plugged in from outside. */
public interface Expressions {

    /**
     * Reads an expression once, for many answers.
     *
     * @throws IllegalArgumentException when the text is no FEEL, with the parser's words
     */
    Expression parse(String feel);

    /** A parsed expression. */
    @FunctionalInterface
    interface Expression {

        /**
         * The context holds {@code value}, {@code document}, every package by its name, {@code today},
         * {@code complexity}, {@code executionParty} and {@code campaignType}. Null when FEEL cannot answer, as it
         * does for a wrong type.
         */
        @Nullable
        Boolean evaluate(ObjectNode context);
    }
}
