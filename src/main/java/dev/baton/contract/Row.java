package dev.baton.contract;

import java.util.Map;

/** One row of a decision table: its number as Modeler shows it (from 1) and its cells by header, without quotes. */
public record Row(int number, Map<String, String> cells) {

    /** The cell under a header, trimmed; empty when there is none. */
    public String cell(String header) {
        return cells.getOrDefault(header, "").strip();
    }
}
