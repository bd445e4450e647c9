package dev.baton.people;

/** A team that cannot be read; {@link #field()} names the entry, as in "team.creative". */
public class InvalidTeam extends RuntimeException {

    private final String field;

    InvalidTeam(String field, String message) {
        super(message);
        this.field = field;
    }

    InvalidTeam(String field, UnknownRole cause) {
        super(cause.getMessage(), cause);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
