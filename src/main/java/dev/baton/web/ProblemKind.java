package dev.baton.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What can go wrong, by status: the type is stable, so that a program can rely on it. */
enum ProblemKind {
    INVALID(HttpStatus.BAD_REQUEST, "invalid", "The request is not acceptable as it is"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "You may not do this"),
    UNKNOWN(HttpStatus.NOT_FOUND, "unknown", "There is no such thing"),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "method", "This address does not take that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "The answer is JSON"),
    CONFLICT(HttpStatus.CONFLICT, "conflict", "It has changed in the meantime"),
    DIAGRAM(HttpStatus.CONFLICT, "diagram", "The diagram cannot go on"),
    STALE(HttpStatus.PRECONDITION_FAILED, "stale", "The version you name does not exist"),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "The request is too large"),
    NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", "The request is not JSON"),
    VERSION_NEEDED(HttpStatus.PRECONDITION_REQUIRED, "version-needed", "Say which version you have seen"),
    FAILURE(HttpStatus.INTERNAL_SERVER_ERROR, "failure", "Baton failed");

    private static final String TYPE = "urn:baton:problem:";

    private final HttpStatus status;
    private final String key;
    private final String title;

    ProblemKind(HttpStatus status, String key, String title) {
        this.status = status;
        this.key = key;
        this.title = title;
    }

    /** The kind for a status that something else has chosen; what no kind knows is the caller's or Baton's fault. */
    static ProblemKind of(int status) {
        return find(status).orElse(status < 500 ? INVALID : FAILURE);
    }

    static Optional<ProblemKind> find(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status.value() == status)
                .findFirst();
    }

    HttpStatus status() {
        return status;
    }

    URI type() {
        return URI.create(TYPE + key);
    }

    String title() {
        return title;
    }
}
