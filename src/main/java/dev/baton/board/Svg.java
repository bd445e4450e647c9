package dev.baton.board;

import java.util.Arrays;
import java.util.Locale;

/** SVG as it is written, with the bounds of what is drawn. */
final class Svg {

    private final StringBuilder out = new StringBuilder();
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    /** @param values what stands for each {@code %s}: numbers have at most one decimal, text is escaped */
    Svg add(String template, Object... values) {
        out.append(with(template, values));
        return this;
    }

    static String with(String template, Object... values) {
        return String.format(
                Locale.ROOT, template, Arrays.stream(values).map(Svg::written).toArray());
    }

    private static String written(Object value) {
        return value instanceof Number number ? number(number.doubleValue()) : escaped(value.toString());
    }

    private static String number(double number) {
        var tenths = Math.round(number * 10);
        var digits = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + digits / 10 + (digits % 10 == 0 ? "" : "." + digits % 10);
    }

    /** Without the characters that XML or a reader of the page must not meet. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().filter(Svg::isAllowed).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.FORMAT -> character == 0x200C || character == 0x200D; // join letters and emoji
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /** Notes that something is drawn there. */
    void reach(Box box) {
        left = Math.min(left, box.x());
        top = Math.min(top, box.y());
        right = Math.max(right, box.right());
        bottom = Math.max(bottom, box.bottom());
    }

    Box bounds() {
        return left > right ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
