package dev.baton.journal;

/** A search asks for something that does not exist; {@link #field()} says which part of it. */
public class InvalidSearch extends RuntimeException {

    private final String field;

    InvalidSearch(String field, String message) {
        super(message);
        this.field = field;
    }

    /** One of status, sort, page, size, after. */
    public String field() {
        return field;
    }
}
