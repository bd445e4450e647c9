package dev.baton.selection;

import java.util.Optional;
import java.util.regex.Pattern;

/** A range of team sizes, written `3-7`, or `8+` without an end. */
record Band(int from, int to) {

    private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,4})(?:-([1-9]\\d{0,4})|[+])");

    static Optional<Band> read(String text) {
        var range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        var to = range.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(range.group(2));
        return Optional.of(new Band(Integer.parseInt(range.group(1)), to)).filter(band -> band.from <= band.to);
    }

    boolean holds(int people) {
        return from <= people && people <= to;
    }
}
