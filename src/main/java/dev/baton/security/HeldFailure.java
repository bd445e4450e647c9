package dev.baton.security;

import dev.baton.shared.HeldOutput;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds back what is said about a failure (5xx), until it is known of what it was; every other answer passes. */
final class HeldFailure extends HttpServletResponseWrapper {

    private @Nullable HeldOutput held;
    private @Nullable PrintWriter writer;
    private int error;
    private @Nullable String message;

    HeldFailure(HttpServletResponse response) {
        super(response);
    }

    boolean isFailure() {
        return !isCommitted() && (error != 0 || getStatus() >= SC_INTERNAL_SERVER_ERROR);
    }

    /** What was held back. */
    void send() throws IOException {
        if (error != 0) {
            super.sendError(error, message);
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        if (held != null) {
            super.getOutputStream().write(held.bytes());
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (status < SC_INTERNAL_SERVER_ERROR) {
            super.sendError(status, message);
            return;
        }
        error = status;
        this.message = message;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (getStatus() < SC_INTERNAL_SERVER_ERROR && held == null) {
            return super.getOutputStream();
        }
        if (held == null) {
            held = new HeldOutput();
        }
        return held;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (getStatus() < SC_INTERNAL_SERVER_ERROR && writer == null) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null && writer == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held = null;
        writer = null;
        super.resetBuffer();
    }
}
