package dev.baton.web;

import dev.baton.shared.FieldError;
import java.util.List;

/** A request that is not done, with one sentence that says what to do. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<FieldError> errors;

    Refused(ProblemKind kind, String sentence) {
        this(kind, sentence, List.of());
    }

    Refused(ProblemKind kind, String sentence, List<FieldError> errors) {
        super(sentence);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    /** A field of the body, a query parameter or a header that is wrong. */
    static Refused field(String field, String message) {
        return new Refused(ProblemKind.INVALID, message, List.of(new FieldError(field, message)));
    }

    ProblemKind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    List<FieldError> errors() {
        return errors;
    }
}
