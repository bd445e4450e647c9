package dev.baton.people;

/** Responsibilities that cannot hold; {@link #field()} names the entry, as in "raci.deliverables.Blog post.accountable". */
public class InvalidRaci extends RuntimeException {

    private final String field;

    InvalidRaci(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
