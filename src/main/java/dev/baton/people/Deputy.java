package dev.baton.people;

import java.time.LocalDate;

/** Who stands in for a person, from the first to the last day; both count. */
public record Deputy(String person, String deputy, LocalDate from, LocalDate to) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
