package dev.baton.contract;

import java.util.List;

/**
 * How a form asks for an answer: derived from the rule of the requirements table, so that a new row needs no form.
 *
 * @param columns of a list or a record, in order; none otherwise
 * @param choices of a choice; none otherwise
 */
public record Input(Kind kind, List<Column> columns, List<String> choices) {

    /** What the person sees. */
    public enum Kind {
        LINE,
        TEXT,
        LINES,
        UTM,
        TABLE,
        NUMBER,
        DATE,
        YES,
        YES_OR_NO,
        CHOICE
    }

    /** A column of a table: its key, its heading, and whether its cells are days. */
    public record Column(String key, String heading, boolean day) {}

    static Input of(Requirement requirement) {
        var shape = requirement.rule().shape();
        var kind = kind(shape, requirement.singleLine());
        return new Input(kind, columns(shape), shape instanceof Shapes.Choice choice ? choice.choices() : List.of());
    }

    private static Kind kind(Shape shape, boolean line) {
        if (shape instanceof Shapes.Table || shape instanceof Shapes.Parts) {
            return Kind.TABLE;
        }
        if (shape instanceof Shapes.TextList) {
            return Kind.LINES;
        }
        if (shape instanceof Shapes.Numeric) {
            return Kind.NUMBER;
        }
        if (shape instanceof Shapes.Date) {
            return Kind.DATE;
        }
        if (shape instanceof Shapes.Yes) {
            return Kind.YES;
        }
        if (shape instanceof Shapes.YesOrNo) {
            return Kind.YES_OR_NO;
        }
        if (shape instanceof Shapes.Choice) {
            return Kind.CHOICE;
        }
        if (shape instanceof Shapes.Utm) {
            return Kind.UTM;
        }
        return line ? Kind.LINE : Kind.TEXT;
    }

    private static List<Column> columns(Shape shape) {
        if (shape instanceof Shapes.Table table) {
            return columns(table.columns());
        }
        return shape instanceof Shapes.Parts parts ? columns(parts.columns()) : List.of();
    }

    private static List<Column> columns(List<Shapes.Column> columns) {
        return columns.stream()
                .map(column -> new Column(
                        column.name(),
                        Requirement.titled(column.name()),
                        column.rule().shape() instanceof Shapes.Date))
                .toList();
    }
}
