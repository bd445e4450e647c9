package dev.baton.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a request that would be fine: in its document first, then in its bytes, headers and method. */
final class Mutation {

    private static final String MARK = "@@%d@@";

    private final Random random;
    private final Nasty nasty;

    Mutation(Random random, Nasty nasty) {
        this.random = random;
        this.nasty = nasty;
    }

    /** The document with up to three places spoiled; one time in four it stays as it is. */
    String document(ObjectNode document) {
        var fragments = new ArrayList<String>();
        for (var times = random.nextInt(4); times > 0; times--) {
            spoil(document, fragments);
        }
        var text = document.toString();
        for (var number = 0; number < fragments.size(); number++) {
            text = text.replace("\"" + MARK.formatted(number) + "\"", fragments.get(number));
        }
        return text;
    }

    private void spoil(ObjectNode document, List<String> fragments) {
        var place = nasty.pick(containers(document));
        if (place instanceof ArrayNode list) {
            var mark = mark(fragments, nasty.json());
            if (list.isEmpty() || random.nextBoolean()) {
                list.add(mark);
            } else {
                list.set(random.nextInt(list.size()), mark);
            }
            return;
        }
        var fields = (ObjectNode) place;
        var names = new ArrayList<String>();
        fields.fieldNames().forEachRemaining(names::add);
        switch (names.isEmpty() ? 3 : random.nextInt(8)) {
            case 0 -> fields.remove(nasty.pick(names));
            case 1 -> fields.put(mark(fragments, "\"%s\"".formatted(nasty.pick(names))), nasty.text());
            case 2, 3 -> fields.put(mark(fragments, nasty.name()), nasty.text());
            default -> fields.put(nasty.pick(names), mark(fragments, nasty.json()));
        }
    }

    private static String mark(List<String> fragments, String fragment) {
        fragments.add(fragment);
        return MARK.formatted(fragments.size() - 1);
    }

    private static List<JsonNode> containers(JsonNode node) {
        var found = new ArrayList<JsonNode>();
        if (node.isContainerNode()) {
            found.add(node);
            node.forEach(child -> found.addAll(containers(child)));
        }
        return found;
    }

    /** One request in eight is spoiled from the outside. */
    Attempt outside(Attempt attempt) {
        return switch (random.nextInt(40)) {
            case 0 ->
                attempt.with(
                        "Content-Type",
                        nasty.pick(List.of(
                                "text/plain",
                                "text/xml",
                                "nonsense",
                                "application/json;charset=klingon",
                                "application/json; charset=utf-16",
                                "application/x-www-form-urlencoded",
                                "multipart/form-data",
                                "multipart/form-data; boundary=x",
                                "application/octet-stream",
                                "*/*",
                                ";")));
            case 1 ->
                attempt.with(
                        nasty.pick(List.of(
                                "Accept",
                                "Accept-Language",
                                "If-Match",
                                "If-None-Match",
                                "If-Modified-Since",
                                "Idempotency-Key",
                                "Range",
                                "Content-Encoding",
                                "Origin",
                                "X-Forwarded-For",
                                "X-HTTP-Method-Override",
                                "Cookie",
                                "Expect")),
                        new TextNode(nasty.text().replaceAll("[\\r\\n]", "%0d%0a")).asText());
            case 2 ->
                attempt.withMethod(nasty.pick(List.of(
                        "GET",
                        "POST",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "HEAD",
                        "OPTIONS",
                        "TRACE",
                        "PROPFIND",
                        "FOO",
                        "get")));
            case 3, 4 -> attempt.withBody(bytes(attempt.body()));
            default -> attempt;
        };
    }

    private byte[] bytes(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(11)) {
            case 0 -> new byte[0];
            case 1 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 2 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> text.getBytes(StandardCharsets.UTF_16);
            case 4 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 5 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 6 -> inserted(body, new byte[] {(byte) 0xC0, (byte) 0x80});
            case 7 -> inserted(body, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
            case 8 -> inserted(body, new byte[] {0});
            case 9 -> ("\"" + "x".repeat(1_200_000) + "\"").getBytes(StandardCharsets.UTF_8);
            default -> nasty.json().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] inserted(byte[] body, byte[] piece) {
        var at = random.nextInt(body.length + 1);
        var spoiled = new ByteArrayOutputStream();
        spoiled.write(body, 0, at);
        spoiled.writeBytes(piece);
        spoiled.write(body, at, body.length - at);
        return spoiled.toByteArray();
    }
}
