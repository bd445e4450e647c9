package dev.baton.harness;

import dev.baton.web.Integrator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deploys as Camunda Modeler does: one multipart, with duplicate filtering. */
public final class Modeler {

    private static final String BOUNDARY = "----WebKitFormBoundaryModeler";

    private Modeler() {}

    public static Integrator.Answer deploy(Integrator person, String name, Map<String, String> files) {
        return deploy(person, name, files, Map.of());
    }

    /** With further form fields, such as {@code tenant-id}. */
    public static Integrator.Answer deploy(
            Integrator person, String name, Map<String, String> files, Map<String, String> further) {
        var fields = new LinkedHashMap<>(Map.of(
                "deployment-name", name,
                "deployment-source", "Camunda Modeler",
                "enable-duplicate-filtering", "true"));
        fields.putAll(further);
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, field, value)));
        files.forEach((file, content) -> {
            write(
                    body,
                    "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"%2$s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(BOUNDARY, file));
            write(body, content);
            write(body, "\r\n");
        });
        write(body, "--%s--\r\n".formatted(BOUNDARY));
        return person.send(
                "POST",
                "/engine-rest/deployment/create",
                body.toByteArray(),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
