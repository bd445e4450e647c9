package dev.baton.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People who would stand in for each other in a circle, on a first such day. */
record DeputyCycle(List<String> people, LocalDate day) {

    /** The circle that a new deputy would close on one of its days, if there is one. */
    static Optional<DeputyCycle> closedBy(Deputy added, List<Deputy> existing) {
        var path = List.of(added.person(), added.deputy());
        return search(path, added.from(), added.to(), existing);
    }

    /** Follows only deputies that share at least one day with everyone on the path so far. */
    private static Optional<DeputyCycle> search(
            List<String> path, LocalDate from, LocalDate to, List<Deputy> existing) {
        var last = path.get(path.size() - 1);
        return existing.stream()
                .filter(next -> next.person().equals(last) && next.overlaps(from, to))
                .filter(next -> next.deputy().equals(path.get(0)) || !path.contains(next.deputy()))
                .flatMap(
                        next -> follow(path, next, later(from, next.from()), earlier(to, next.to()), existing).stream())
                .findFirst();
    }

    private static Optional<DeputyCycle> follow(
            List<String> path, Deputy next, LocalDate from, LocalDate to, List<Deputy> existing) {
        var longer = new ArrayList<String>(path);
        longer.add(next.deputy());
        return next.deputy().equals(path.get(0))
                ? Optional.of(new DeputyCycle(longer, from))
                : search(longer, from, to, existing);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    String inWords() {
        return String.join(" → ", people);
    }
}
