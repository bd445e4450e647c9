package dev.baton.contract;

/** What is wrong with one answer: where in it (a row, a cell; empty for all of it) and what. */
record Finding(Problem problem, String where, String what) {

    static Finding missing() {
        return new Finding(Problem.MISSING, "", "nothing is written here yet.");
    }

    static Finding placeholder(String text) {
        var shown = text.isBlank() ? "only blanks are written here" : "“" + shorten(text) + "” only holds the place";
        return new Finding(Problem.PLACEHOLDER, "", shown + "; write the answer itself.");
    }

    static Finding notMet(String what) {
        return new Finding(Problem.RULE_NOT_MET, "", what);
    }

    static Finding wrongType(String what) {
        return new Finding(Problem.WRONG_TYPE, "", what);
    }

    Finding in(String place) {
        return new Finding(problem, where.isEmpty() ? place : place + ", " + where, what);
    }

    String about(String label) {
        return where.isEmpty() ? label + ": " + what : label + " (" + where + "): " + what;
    }

    static String shorten(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57).stripTrailing() + "…";
    }
}
