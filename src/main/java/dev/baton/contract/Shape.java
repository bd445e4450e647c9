package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
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

    /** The value as a form field holds it: as it is, unless the shape has a page's layout of its own. */
    default JsonNode show(JsonNode value) {
        return value;
    }

    /** The value that a person's text stands for: the text itself, unless the shape reads more out of it. */
    default JsonNode read(String text) {
        return TextNode.valueOf(text);
    }

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
