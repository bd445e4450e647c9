package dev.baton.shared;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * A broken rule, said to the person who broke it: one sentence, with what to do. Whatever throws it rolls back, and
 * every entrance answers 400 with the sentence, never a stack trace.
 */
public class Refusal extends InvalidRequestException {

    /** For whoever lacks a right; which one is the engine's word. */
    public static final String NOT_ALLOWED =
            "Your roles do not allow this: ask somebody who has the role, or an administrator for a grant.";

    private static final long serialVersionUID = 1L;

    /** What a caller of `/api` can tell refusals apart by. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        UNKNOWN,
        CONFLICT,
        FAULT
    }

    private final Kind kind;
    private final transient List<FieldError> fields;

    public Refusal(String sentence) {
        this(sentence, List.of());
    }

    public Refusal(String sentence, List<FieldError> fields) {
        this(Kind.INVALID, sentence, fields);
    }

    public Refusal(Kind kind, String sentence, List<FieldError> fields) {
        this(Status.BAD_REQUEST, kind, sentence, fields);
    }

    private Refusal(Status status, Kind kind, String sentence, List<FieldError> fields) {
        super(status, sentence);
        this.kind = kind;
        this.fields = List.copyOf(fields);
    }

    /** What is asked for is not there, or not any more: 404. */
    public static Refusal unknown(String sentence) {
        return new Refusal(Status.NOT_FOUND, Kind.UNKNOWN, sentence, List.of());
    }

    public static Refusal of(String field, String message) {
        return new Refusal(message, List.of(new FieldError(field, message)));
    }

    /** Several broken fields in one answer; the sentence lists them. */
    public static Refusal of(List<FieldError> fields) {
        return new Refusal(fields.stream().map(FieldError::message).collect(Collectors.joining(" ")), fields);
    }

    public Kind kind() {
        return kind;
    }

    public List<FieldError> fields() {
        return fields;
    }
}
