package dev.baton.server;

import jakarta.servlet.ServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of a request, received whole before anybody reads it: counted whatever its type, and waited for without
 * blocking, so that who does not send can be told to go. It stands below everything that reads: streams, parameters,
 * multipart.
 */
public final class RequestBody {

    /** What everybody may send; only deployments are larger. */
    public static final int MOST = 1024 * 1024;

    private static final String ATTRIBUTE = RequestBody.class.getName();
    private static final int PIECE = 8192;
    private static final Duration FAREWELL = Duration.ofMillis(1500);
    private static final Duration LAST_SILENCE = Duration.ofMillis(20);

    private final Request request;
    private final InputBuffer socket;
    private final Arrivals arrivals;
    private final String address;
    private long arrived;
    private int pieces;
    private boolean ended;
    private boolean late;
    private byte @Nullable [] bytes;

    RequestBody(Request request, Arrivals arrivals, String address) {
        this.request = request;
        this.socket = request.getInputBuffer();
        this.arrivals = arrivals;
        this.address = address;
    }

    /** The body of this request, whatever it is wrapped in. */
    public static RequestBody of(ServletRequest request) {
        return find(request)
                .orElseThrow(() -> new IllegalStateException("This request did not come through the web server."));
    }

    /** That of an answer that goes on in another thread is there already. */
    static Optional<RequestBody> find(ServletRequest request) {
        return Optional.ofNullable((RequestBody) request.getAttribute(ATTRIBUTE));
    }

    /** From now on whoever reads gets the received bytes. */
    void intercept(org.apache.catalina.connector.Request opened) {
        opened.setAttribute(ATTRIBUTE, this);
        request.setInputBuffer(new FromMemory());
    }

    /** The web server reads on itself, and the room is free. */
    void release() {
        request.setInputBuffer(socket);
        arrivals.giveBack(pieces);
        pieces = 0;
    }

    /** True where the sender announces more than this. */
    public boolean announcesMoreThan(int most) {
        return request.getContentLengthLong() > most;
    }

    /**
     * Waits for the body. What is received once stays: another call only looks at its size.
     *
     * @throws BodyRefused when it is larger, comes too slowly or breaks off
     */
    public byte[] receive(int most) throws BodyRefused {
        if (announcesMoreThan(most)) {
            throw BodyRefused.tooLarge(most);
        }
        if (bytes == null) {
            bytes = fromSocket(most);
        }
        if (bytes.length > most) {
            throw BodyRefused.tooLarge(most);
        }
        return bytes;
    }

    /** What has been received, or can be as one of the ordinary size. */
    public byte[] bytes() throws BodyRefused {
        return bytes == null ? receive(MOST) : bytes;
    }

    private byte[] fromSocket(int most) throws BodyRefused {
        request.setInputBuffer(socket);
        request.action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
        var received = new ByteArrayOutputStream();
        try (var arrival = arrivals.of(address)) {
            if (isChunked()) {
                arrival.enter(); // The frame of a chunk is read by a read that blocks.
            }
            while (!isComplete()) {
                arrival.await(this::isReadable, arrived);
                received.writeBytes(some());
                if (arrived > most) {
                    throw BodyRefused.tooLarge(most);
                }
                takeRoom();
            }
        } catch (BodyRefused refused) {
            late = refused.status() != HttpStatus.PAYLOAD_TOO_LARGE;
            throw refused;
        } catch (IOException gone) {
            throw BodyRefused.unreadable();
        } finally {
            request.setInputBuffer(new FromMemory());
        }
        return received.toByteArray();
    }

    private void takeRoom() throws BodyRefused {
        while (arrived > (pieces + 1L) * Arrivals.PIECE) {
            arrivals.takePiece();
            pieces++;
        }
    }

    /** Whether nothing more comes. */
    boolean isComplete() {
        var announced = request.getContentLengthLong();
        return ended || (announced >= 0 ? arrived >= announced : !isChunked());
    }

    private boolean isChunked() {
        return request.getMimeHeaders().getValue("transfer-encoding") != null;
    }

    private boolean isReadable() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }

    private byte[] some() throws IOException {
        var piece = new Piece();
        var count = request.doRead(piece);
        if (count < 0) {
            ended = true;
            return new byte[0];
        }
        arrived += count;
        var got = piece.getByteBuffer();
        var from = got.arrayOffset() + got.position();
        return Arrays.copyOfRange(got.array(), from, from + got.remaining());
    }

    /** Throws away what still comes after the answer, for a while, so that the sender gets to read it. */
    void discard() {
        var end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!isComplete()
                    && Arrivals.within(LAST_SILENCE, this::isReadable, () -> false)
                    && System.nanoTime() < end) {
                some();
            }
        } catch (IOException gone) {
            ended = true;
        }
    }

    /** Whether it was given up because it did not come. */
    boolean isLate() {
        return late;
    }

    private final class FromMemory implements InputBuffer {

        private int position;

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            var all = bytes();
            if (position == all.length) {
                return -1;
            }
            var piece = Arrays.copyOfRange(all, position, Math.min(all.length, position + PIECE));
            position += piece.length;
            handler.setByteBuffer(ByteBuffer.wrap(piece));
            return piece.length;
        }

        @Override
        public int available() {
            return bytes == null ? socket.available() : bytes.length - position;
        }
    }

    private static final class Piece implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Tomcat hands over its own buffer.
        }
    }
}
