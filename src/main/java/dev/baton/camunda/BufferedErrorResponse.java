package dev.baton.camunda;

import dev.baton.shared.HeldOutput;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds back the body of an error, so that it can be put into better words; every other answer passes. */
final class BufferedErrorResponse extends HttpServletResponseWrapper {

    private @Nullable HeldOutput kept;

    BufferedErrorResponse(HttpServletResponse response) {
        super(response);
    }

    /** What was to be sent; nothing where the answer went out or has no body. */
    Optional<byte[]> body() {
        return Optional.ofNullable(kept).map(HeldOutput::bytes);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (getStatus() < SC_BAD_REQUEST) {
            return super.getOutputStream();
        }
        if (kept == null) {
            kept = new HeldOutput();
        }
        return kept;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (kept == null) {
            super.flushBuffer();
        }
    }
}
