package dev.baton.security;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A connection on which a test says what no client says. */
final class Wire implements Closeable {

    private final Socket socket = new Socket();

    private Wire(String from, int port) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    static Wire to(int port) throws IOException {
        return new Wire("127.0.0.1", port);
    }

    /** From another address of this machine. */
    static Wire from(String address, int port) throws IOException {
        return new Wire(address, port);
    }

    static String basic(String person, String password) {
        var login = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return "Authorization: Basic " + login;
    }

    /** The first line and the headers of a request, without a body. */
    Wire head(String request, String... headers) throws IOException {
        return say(request + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    Wire say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Goes on sending for as long as the other side takes it. */
    Wire sayAsLongAsItIsTaken(String text, int times) {
        try {
            for (var round = 0; round < times; round++) {
                say(text);
            }
        } catch (IOException taken) {
            return this;
        }
        return this;
    }

    /** What comes next; empty where nothing comes in time. */
    String hear(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        var buffer = new byte[16_384];
        try {
            var count = socket.getInputStream().read(buffer);
            return count < 0 ? "closed" : new String(buffer, 0, count, StandardCharsets.UTF_8);
        } catch (SocketTimeoutException silence) {
            return "";
        } catch (SocketException broken) {
            return "closed";
        }
    }

    /** Whether the other side ends the connection in time. */
    boolean hearTheRest(Duration patience) throws IOException {
        var heard = hear(patience);
        while (!heard.isEmpty() && !heard.equals("closed")) {
            heard = hear(patience);
        }
        return heard.equals("closed");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
