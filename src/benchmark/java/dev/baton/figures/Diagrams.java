package dev.baton.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Baton's own diagrams, tables and forms, deployed on the plain side. There nothing reads Baton's properties, and its
 * gate is a bean that looks at three variables; tasks, timers, reviews and called processes stay as they are.
 */
final class Diagrams {

    private static final String BOUNDARY = "figures-boundary";

    private static final Pattern OUTCOME = Pattern.compile(
            "name=\"outcome\" value=\"([^\"$]++)\" />(?:\\s*+<camunda:property [^>]*+>)*+\\s*+</camunda:properties>");

    private static final String OUTCOME_SET =
            "$0<camunda:executionListener event=\"start\" expression=\"\\${execution.setVariable('outcome', '$1')}\" />";

    private Diagrams() {}

    static void deploy(Client client) throws IOException {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"deployment-name\"", "figures".getBytes(StandardCharsets.UTF_8));
        for (var file : files()) {
            var name = file.getFileName().toString();
            part(body, "name=\"%s\"; filename=\"%s\"".formatted(name, name), withoutFactsOfBaton(file));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        client.call(
                Staff.ADMIN,
                "POST",
                "/engine-rest/deployment/create",
                body.toByteArray(),
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    /** The model and whatever it may call. */
    private static List<Path> files() throws IOException {
        try (var all = Files.walk(Path.of("processes"))) {
            return all.filter(file -> file.toString().matches(".*\\.(bpmn|form)|.*review-policy\\.dmn"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Baton keeps how much of the receiver's time is used; the plain side gives the whole of it each time. Baton reads how a
     * called process came out from its end's property; the plain side says it in a listener.
     */
    private static byte[] withoutFactsOfBaton(Path file) throws IOException {
        var diagram = Files.readString(file).replace(", receiverSecondsUsed)", ")");
        return OUTCOME.matcher(diagram).replaceAll(OUTCOME_SET).getBytes(StandardCharsets.UTF_8);
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(BOUNDARY, disposition)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
