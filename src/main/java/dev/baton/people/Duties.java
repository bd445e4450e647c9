package dev.baton.people;

import java.util.List;

/** Who does what for one thing: exactly one person answers for it. */
public record Duties(String accountable, List<String> responsible, List<String> consulted, List<String> informed) {

    public Duties {
        responsible = List.copyOf(responsible);
        consulted = List.copyOf(consulted);
        informed = List.copyOf(informed);
    }
}
