package dev.baton.shared;

import java.util.Arrays;

/** The mark that some editors put before the first character of UTF-8. */
public final class ByteOrderMark {

    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ByteOrderMark() {}

    /** The same content without it. */
    public static byte[] strip(byte[] content) {
        return content.length >= UTF_8.length && Arrays.equals(content, 0, UTF_8.length, UTF_8, 0, UTF_8.length)
                ? Arrays.copyOfRange(content, UTF_8.length, content.length)
                : content;
    }
}
