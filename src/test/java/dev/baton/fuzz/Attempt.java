package dev.baton.fuzz;

import dev.baton.harness.People;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request as it goes over the wire. */
final class Attempt {

    private static final int MOST_SHOWN = 600;

    private final String kind;
    private final String who;
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param kind what it tries, for the figures: {@code api start}
     * @param path target with query, sent as it is, in UTF-8
     */
    private Attempt(String kind, String who, String method, String path, Map<String, String> headers, byte[] body) {
        this.kind = kind;
        this.who = who;
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    static Attempt get(String kind, String who, String path) {
        return new Attempt(kind, who, "GET", path, Map.of(), new byte[0]);
    }

    static Attempt json(String kind, String who, String method, String path, String body) {
        return new Attempt(
                kind,
                who,
                method,
                path,
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    Attempt with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Attempt(kind, who, method, path, more, body);
    }

    Attempt withMethod(String other) {
        return new Attempt(kind, who, other, path, headers, body);
    }

    Attempt withBody(byte[] other) {
        return new Attempt(kind, who, method, path, headers, other);
    }

    /** The same under another business key, so that a start starts once more. */
    Attempt again(int time) {
        return withBody(
                text().replaceAll("fuzz-(-?\\d+-\\d+)", "fuzz-$1-again-" + time).getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        var head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path))
                .append("Host: localhost\r\nConnection: close\r\nAuthorization: Basic ")
                .append(Base64.getEncoder()
                        .encodeToString((who + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || !(method.equals("GET") || method.equals("HEAD"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    String kind() {
        return kind;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s as %s: %s %s %s %s".formatted(kind, who, method, shown(path), headers, shown(text()));
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN
                ? text
                : text.substring(0, MOST_SHOWN) + "… (%,d characters)".formatted(text.length());
    }
}
