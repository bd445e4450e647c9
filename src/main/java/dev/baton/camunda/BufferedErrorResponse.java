package dev.baton.camunda;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds back the body of a refusal (4xx), so that it can be put into better words; every other answer passes. */
final class BufferedErrorResponse extends HttpServletResponseWrapper {

    private @Nullable Keeping kept;

    BufferedErrorResponse(HttpServletResponse response) {
        super(response);
    }

    /** What was to be sent; nothing where the answer went out or has no body. */
    Optional<byte[]> body() {
        return Optional.ofNullable(kept).map(keeping -> keeping.bytes.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (getStatus() < SC_BAD_REQUEST || getStatus() >= SC_INTERNAL_SERVER_ERROR) {
            return super.getOutputStream();
        }
        if (kept == null) {
            kept = new Keeping();
        }
        return kept;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (kept == null) {
            super.flushBuffer();
        }
    }

    private static final class Keeping extends ServletOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes.write(some, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The answer is written at once.");
        }
    }
}
