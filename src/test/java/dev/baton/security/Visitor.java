package dev.baton.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who sends raw requests to the server: nobody in particular, with Basic, or signed in at the web apps. */
final class Visitor {

    static final String SESSION_API = "/camunda/api/engine/engine/default";

    private final String server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Visitor(int port) {
        server = "http://127.0.0.1:" + port;
    }

    static Visitor stranger(int port) {
        return new Visitor(port);
    }

    static Visitor basic(int port, String person, String password) {
        var login = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Visitor(port).with("Authorization", "Basic " + login);
    }

    /** Signs in as the login page does: ask for a token, send the form, ask for the next token. */
    static Visitor signedIn(int port, String person, String password) {
        var visitor = new Visitor(port);
        var answer = visitor.login(person, password);
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s could not sign in: %s".formatted(person, answer));
        }
        visitor.token();
        return visitor;
    }

    HttpResponse<String> login(String person, String password) {
        token();
        return send(request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s".formatted(encode(person), encode(password)))));
    }

    void token() {
        headers.remove("X-XSRF-TOKEN");
        get("/camunda/app/tasklist/default/");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> with("X-XSRF-TOKEN", cookie.getValue()));
    }

    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Sends names and values as a page's form does. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Loses a cookie, whichever server has set it. */
    void forget(String name) {
        var store = cookies.getCookieStore();
        for (var server : store.getURIs()) {
            store.get(server).stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .forEach(cookie -> store.remove(server, cookie));
        }
    }

    /** The cookie of the session, as it is now. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Any method; a change of a package takes whatever version is the latest. */
    HttpResponse<String> send(String method, String path, String json) {
        var request = request(path)
                .header("If-Match", "*")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return send(json.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    /** Sends names and values as the parts of a form. */
    HttpResponse<String> form(String path, String... namesAndValues) {
        var body = new StringBuilder();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            body.append("--line\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(namesAndValues[at], namesAndValues[at + 1]));
        }
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(body + "--line--\r\n")));
    }

    HttpResponse<String> deploy(String file, String content) {
        return deploy("/engine-rest/deployment/create", file, content);
    }

    HttpResponse<String> deploy(String path, String file, String content) {
        var body = """
                --line\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                %1$s\r
                --line\r
                Content-Disposition: form-data; name="data"; filename="%1$s"\r
                Content-Type: application/octet-stream\r
                \r
                %2$s\r
                --line--\r
                """.formatted(file, content);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A form with parts, by name. */
    HttpResponse<String> multipart(String path, Map<String, String> parts) {
        var body = new StringBuilder();
        parts.forEach((name, value) -> body.append(
                "--line\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(body.append("--line--\r\n").toString())));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
