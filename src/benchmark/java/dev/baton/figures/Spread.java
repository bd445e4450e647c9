package dev.baton.figures;

import java.util.List;
import java.util.Locale;

/** The middle of several measurements, and how far they lie apart. */
record Spread(double median, double least, double most) {

    static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s–%s)", number(median), number(least), number(most));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
