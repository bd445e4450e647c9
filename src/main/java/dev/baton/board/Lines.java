package dev.baton.board;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Text in lines that fit a width, where Modeler breaks it; a server need not have fonts, so a table knows how wide Arial is. */
record Lines(List<String> lines, int size) {

    static final int INNER = 12;
    static final int OUTER = 11;

    private static final Pattern END = Pattern.compile("\\R");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CLOSE = Pattern.compile("T[aceos]|Y[aeo]");
    private static final Pattern NEAR = Pattern.compile("[AVW][aeovwy]|T[ruwy]");
    private static final String SOFT_HYPHEN = "\u00AD";

    /** As wide as a name beside a shape becomes for the sake of a word. */
    private static final double LONG_WORD = 200;

    /** Longer stretches are read piece by piece: no line is that long. */
    private static final int PIECE = 250;

    /** Characters by their width in thousandths of the size of the type; letters and digits that are not here are as usual. */
    private static final Map<Integer, String> TABLE = Map.ofEntries(
            Map.entry(191, "'"),
            Map.entry(222, "ijl‘’"),
            Map.entry(260, "|"),
            Map.entry(278, " !,./:;I[\\]ft"),
            Map.entry(333, "()-`r{}“”·"),
            Map.entry(355, "\"•"),
            Map.entry(389, "*"),
            Map.entry(469, "^"),
            Map.entry(500, "Jcksvxyz"),
            Map.entry(584, "+<=>~×"),
            Map.entry(611, "FTZßø"),
            Map.entry(667, "&ABEKPSVXY"),
            Map.entry(722, "CDHNRUw"),
            Map.entry(778, "GOQØ"),
            Map.entry(833, "Mm"),
            Map.entry(889, "%æ"),
            Map.entry(944, "Wœ"),
            Map.entry(1000, "—…ÆŒ→"),
            Map.entry(1015, "@"));

    private static final double[] WIDTHS = widths();

    private static double[] widths() {
        var widths = IntStream.range(0, 0x2200).mapToDouble(Lines::usual).toArray();
        TABLE.forEach((width, all) -> all.chars().forEach(character -> widths[character] = width / 1000.0));
        return widths;
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

    /** The same, but no word is broken that has no hyphen. */
    static Lines ofWholeWords(String text, double width, int size) {
        var widest = SPACE.splitAsStream(text)
                .mapToDouble(word -> width(word, size))
                .max()
                .orElse(0);
        return of(text, Math.max(width, Math.min(widest + 1, LONG_WORD)), size);
    }

    private static String first(String text, double width, int size) {
        var word = SPACE.split(text, 2)[0];
        var least = width(word, size) < Math.round(width) ? word.length() : 0;
        var line = text;
        while (line.length() > Math.max(1, least) && width(line, size) >= Math.round(width)) {
            var end = Math.max(least, end(line, line.length() * width / width(line, size)));
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
        var letters = Normalizer.normalize(text.stripTrailing(), Normalizer.Form.NFD);
        var kerning = 0.1 * CLOSE.matcher(letters).results().count()
                + 0.04 * NEAR.matcher(letters).results().count();
        return size * (letters.codePoints().mapToDouble(Lines::width).sum() - kerning);
    }

    private static double width(int character) {
        return character < WIDTHS.length ? WIDTHS[character] : usual(character);
    }

    private static double usual(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            case Character.OTHER_SYMBOL, Character.SURROGATE -> 1;
            default -> character >= 0x2E80 ? 1 : 0.556;
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
