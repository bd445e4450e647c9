package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The kind of value an answer is, and how a form shows and reads it. */
sealed interface Shape extends Rule
        permits Shapes.Text,
                Shapes.TextList,
                Shapes.Table,
                Shapes.Parts,
                Shapes.Numeric,
                Shapes.Date,
                Shapes.Yes,
                Shapes.YesOrNo,
                Shapes.Choice,
                Shapes.Utm,
                Shapes.Document {

    /** The value as a form field holds it. */
    JsonNode show(JsonNode value);

    /** The value that a person's text stands for. */
    JsonNode read(String text);

    /** True for the shapes that take whatever is said in words. */
    default boolean anyWords() {
        return this instanceof Shapes.Text || this instanceof Shapes.TextList;
    }

    @Override
    default Shape shape() {
        return this;
    }

    @Override
    default List<Condition> conditions() {
        return List.of();
    }
}
