package dev.baton.contract;

/** An expression that does not come to its end was ended; the message finishes the sentence "the rule …". */
public final class ExpressionTooLong extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ExpressionTooLong(String message) {
        super(message);
    }
}
