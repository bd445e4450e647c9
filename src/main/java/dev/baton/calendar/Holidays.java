package dev.baton.calendar;

import java.time.LocalDate;
import java.util.Set;

/** Days on which nobody works, whatever day of the week it is. */
@FunctionalInterface
public interface Holidays {

    boolean include(LocalDate day);

    static Holidays of(Set<LocalDate> days) {
        return Set.copyOf(days)::contains;
    }

    /** The days of both. */
    default Holidays and(Holidays others) {
        return day -> include(day) || others.include(day);
    }
}
