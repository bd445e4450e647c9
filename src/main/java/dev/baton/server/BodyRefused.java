package dev.baton.server;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A body is not read to its end; the message is a sentence for whoever sent it. */
public final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private BodyRefused(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static BodyRefused tooLarge(int most) {
        return new BodyRefused(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "A request holds at most %d MB here: link long documents instead of sending them."
                        .formatted(DataSize.ofBytes(most).toMegabytes()));
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(
                HttpStatus.REQUEST_TIMEOUT, "The body of this request did not arrive in time: send it again at once.");
    }

    static BodyRefused tooMany() {
        return new BodyRefused(
                HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are being sent at this moment: send it again.");
    }

    static BodyRefused unreadable() {
        return new BodyRefused(
                HttpStatus.BAD_REQUEST, "The body of this request breaks off: send as many bytes as its headers say.");
    }

    public HttpStatus status() {
        return status;
    }
}
