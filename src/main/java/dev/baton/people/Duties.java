package dev.baton.people;

import java.util.List;
import java.util.Map;

/** Who does what for one thing: exactly one person answers for it. */
public record Duties(String accountable, List<String> responsible, List<String> consulted, List<String> informed) {

    public Duties {
        responsible = List.copyOf(responsible);
        consulted = List.copyOf(consulted);
        informed = List.copyOf(informed);
    }

    /** Adds each field below a path with those whom it names. */
    void addTo(Map<String, List<String>> people, String path) {
        people.put(path + "accountable", List.of(accountable));
        people.put(path + "responsible", responsible);
        people.put(path + "consulted", consulted);
        people.put(path + "informed", informed);
    }
}
