package dev.baton.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;

/** Takes the body of an answer that is held back, until it is known what to say. */
public final class HeldOutput extends ServletOutputStream {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    public byte[] bytes() {
        return held.toByteArray();
    }

    @Override
    public void write(int one) {
        held.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) {
        held.write(some, from, length);
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
