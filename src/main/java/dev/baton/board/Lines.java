package dev.baton.board;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Text in lines that fit a width, where Modeler breaks it; a server need not have fonts, so a table knows how wide Arial is. */
record Lines(List<String> lines, int size) {

    static final int INNER = 12;
    static final int OUTER = 11;

    private static final Pattern END = Pattern.compile("\\R");
    private static final Pattern CLOSE = Pattern.compile("T[aceos]|Y[aeo]");
    private static final String SOFT_HYPHEN = "\u00AD";

    /** Longer stretches are read piece by piece: no line is that long. */
    private static final int PIECE = 500;

    private static final double USUAL = 0.556;
    private static final double FULL = 1;

    /** Widths as parts of the size of the type; letters and digits that are not here are as usual. */
    private static final Map<Character, Double> WIDTHS = widths(Map.ofEntries(
            Map.entry(0.191, "'"),
            Map.entry(0.222, "ijl‘’"),
            Map.entry(0.26, "|"),
            Map.entry(0.278, " !,./:;I[\\]ft"),
            Map.entry(0.333, "()-`r{}“”·"),
            Map.entry(0.355, "\"•"),
            Map.entry(0.389, "*"),
            Map.entry(0.469, "^"),
            Map.entry(0.5, "Jcksvxyz"),
            Map.entry(0.584, "+<=>~×"),
            Map.entry(0.611, "FTZßø"),
            Map.entry(0.667, "&ABEKPSVXY"),
            Map.entry(0.722, "CDHNRUw"),
            Map.entry(0.778, "GOQØ"),
            Map.entry(0.833, "Mm"),
            Map.entry(0.889, "%æ"),
            Map.entry(0.944, "Wœ"),
            Map.entry(1.0, "—…ÆŒ→"),
            Map.entry(1.015, "@")));

    private static Map<Character, Double> widths(Map<Double, String> characters) {
        var widths = new HashMap<Character, Double>();
        characters.forEach((width, all) -> all.chars().forEach(each -> widths.put((char) each, width)));
        return Map.copyOf(widths);
    }

    static Lines of(String text, double width, int size) {
        var lines = new ArrayList<String>();
        for (var paragraph : END.split(text, -1)) {
            var from = 0;
            do {
                var line = first(paragraph.substring(from, Math.min(paragraph.length(), from + PIECE)), width, size);
                lines.add(line.endsWith(SOFT_HYPHEN) ? line.replace(SOFT_HYPHEN, "") + "-" : line.strip());
                from += line.length();
                while (from < paragraph.length() && Character.isWhitespace(paragraph.charAt(from))) {
                    from++;
                }
            } while (from < paragraph.length());
        }
        return new Lines(List.copyOf(lines), size);
    }

    private static String first(String text, double width, int size) {
        var line = text;
        while (line.length() > 1 && width(line, size) >= Math.round(width)) {
            var end = end(line, line.length() * width / width(line, size));
            if (end == line.length()) {
                break;
            }
            line = line.substring(0, end);
        }
        return line;
    }

    /** Where a line of about so many characters ends: behind a space or a hyphen, or in the word where there is none. */
    private static int end(String line, double most) {
        var end = 0;
        for (var i = 0; i < line.length() - 1 && i < most; i++) {
            var character = line.charAt(i);
            if (character == '-' || character == SOFT_HYPHEN.charAt(0)) {
                end = i + 1 < most ? i + 1 : end;
            } else if (Character.isWhitespace(character)) {
                end = i + 1;
            }
        }
        if (end > 0) {
            return end;
        }
        var cut = Math.min(line.length() - 1, Math.max((int) Math.round(most - 1), 1));
        return Character.isLowSurrogate(line.charAt(cut)) ? Math.min(line.length(), cut + 1) : cut;
    }

    static double width(String text, int size) {
        return -size * 0.1 * CLOSE.matcher(text).results().count()
                + size
                        * Normalizer.normalize(text.stripTrailing(), Normalizer.Form.NFD)
                                .codePoints()
                                .mapToDouble(Lines::width)
                                .sum();
    }

    private static double width(int character) {
        var known = character <= Character.MAX_VALUE ? WIDTHS.get((char) character) : null;
        if (known != null) {
            return known;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            case Character.OTHER_SYMBOL, Character.SURROGATE -> FULL;
            default -> Character.isIdeographic(character) || character >= 0x3000 ? FULL : USUAL;
        };
    }

    /** From line to line. */
    double step() {
        return size * 1.2;
    }

    double height() {
        return lines.size() * step();
    }

    double width() {
        return lines.stream().mapToDouble(line -> width(line, size)).max().orElse(0);
    }

    /** Writes the lines below each other, from the upper edge of the first; how they stand at x is said by the class. */
    void write(Svg svg, String look, double x, double top) {
        svg.add("<text class='%s'>", look);
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                svg.add("<tspan x='%s' y='%s'>%s</tspan>", x, top + (i + 0.75) * step(), lines.get(i));
            }
        }
        svg.add("</text>");
    }
}
