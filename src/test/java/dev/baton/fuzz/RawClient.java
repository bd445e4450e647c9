package dev.baton.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes requests byte by byte, so that even those go out which no HTTP library would send. */
final class RawClient {

    private static final int PATIENCE_MILLIS = 30_000;

    /**
     * What came back.
     *
     * @param nanos from the first byte sent to the last one received
     */
    record Reply(int status, Map<String, String> headers, String body, long nanos) {

        String type() {
            return headers.getOrDefault("content-type", "");
        }

        boolean isJson() {
            return type().contains("json");
        }

        double millis() {
            return nanos / 1e6;
        }
    }

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    Reply send(Attempt attempt) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            var begin = System.nanoTime();
            write(socket, attempt);
            return read(new BufferedInputStream(socket.getInputStream()), attempt.method(), begin);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + attempt, e);
        }
    }

    /** A server that has refused may hang up while a long body is still on its way: its answer counts all the same. */
    private static void write(Socket socket, Attempt attempt) {
        try {
            socket.getOutputStream().write(attempt.bytes());
            socket.getOutputStream().flush();
        } catch (IOException hungUp) {
            if (attempt.body().length < 100_000) {
                throw new UncheckedIOException(hungUp);
            }
        }
    }

    private static Reply read(InputStream in, String method, long begin) throws IOException {
        var status = line(in);
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var code = Integer.parseInt(status.split(" ", -1)[1]);
        var body = method.equals("HEAD") || code == 204 || code == 304 ? new byte[0] : body(in, headers);
        return new Reply(code, headers, new String(body, StandardCharsets.UTF_8), System.nanoTime() - begin);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return headers.containsKey("content-length")
                    ? in.readNBytes(Integer.parseInt(headers.get("content-length")))
                    : in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (var size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server hung up after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
