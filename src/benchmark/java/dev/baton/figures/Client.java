package dev.baton.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Calls one side over HTTP/1.1 with connections that stay open, each call as one person. */
final class Client {

    static final String PASSWORD = "Quiet-harbour-27-lanterns";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final boolean login;

    Client(String address, boolean login) {
        this.address = address;
        this.login = login;
    }

    JsonNode get(String person, String path) {
        return call(person, "GET", path, null, "application/json");
    }

    JsonNode post(String person, String path, JsonNode body) {
        return call(person, "POST", path, body.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    JsonNode put(String person, String path, JsonNode body) {
        return call(person, "PUT", path, body.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    JsonNode call(String person, String method, String path, byte @Nullable [] body, String type) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (login) {
            request.header("Authorization", basic(person));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s %s: %d %s"
                        .formatted(
                                person,
                                method,
                                path,
                                answer.statusCode(),
                                new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String person) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
