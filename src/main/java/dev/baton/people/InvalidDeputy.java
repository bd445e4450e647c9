package dev.baton.people;

/** A deputy that cannot be: oneself, a period that ends before it begins or is taken, or a circle. */
public class InvalidDeputy extends RuntimeException {

    InvalidDeputy(String message) {
        super(message);
    }
}
