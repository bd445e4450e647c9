package dev.baton.fuzz;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that software stumbles over. */
final class Nasty {

    /** Texts as they are; some cannot be encoded. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "a\u0000b",
            "\u0007",
            "\u001b[31mred",
            "\u007f",
            "\u0085",
            "\ud800",
            "\udc00x",
            "half \ud83d",
            "\u202egnitekram",
            "\u200b",
            "\ufeffBOM",
            "\uffff",
            "\u2028\u2029",
            "👩🏽‍🚀🎄",
            "e\u0301".repeat(300),
            "Z\u0351\u034b".repeat(2000),
            "ключ",
            "漢字".repeat(1000),
            "'; drop table baton_handoff; --",
            "' or '1'='1",
            "%' or 1=1 --",
            "\\",
            "\"",
            "%",
            "_",
            "%s%n%x%d",
            "${7*7}",
            "#{7*7}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "${currentUser()}",
            "${",
            "= 1/0",
            "=today()",
            "for i in 1..100000000 return i",
            "{{constructor.constructor('x')()}}",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "file:///etc/passwd",
            "a\r\nSet-Cookie: x=1",
            "x".repeat(256),
            "x".repeat(4001),
            "x".repeat(70_000),
            "2027-02-31",
            "0000-00-00",
            "0000-01-01",
            "-0001-01-01",
            "99999-01-01",
            "+999999999-12-31",
            "2027-12-01T00:00:00",
            "2027-12-01T00:00:00.000+0200",
            "2027-12-01T25:61:61.000+9999",
            "31.12.2027",
            "12/31/2027",
            "2027-W01-1",
            "1e999999",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "NaN",
            "null",
            "true",
            "{}",
            "[]",
            "{bad",
            "__proto__",
            "admin",
            "strategist",
            "TBD",
            "approved",
            "advanced");

    /** JSON that is no text; some of it is no JSON either. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1.5",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999999999999999999",
            "9".repeat(400),
            "9".repeat(20_000),
            "0." + "1".repeat(5000),
            "1e400",
            "1e999999",
            "-1e999999",
            "1e-999999999",
            "1e2147483648",
            "NaN",
            "Infinity",
            "01",
            "0x10",
            "+1",
            ".5",
            "'single'",
            "undefined",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"\":1}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}",
            "{\"@type\":\"java.lang.Runtime\",\"@class\":\"java.lang.Runtime\"}",
            "{\"$ref\":\"#\"}",
            "{\"\\u0000\":1}",
            "{\"\\ud800\":1}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udfff\\ud800\"",
            "\"\\uZZZZ\"",
            "\"\\x41\"",
            "\"a\u0001b\"",
            "\"tab\there\"",
            "\"open",
            "[1,]",
            "{\"a\":1,}",
            "/* comment */ 1",
            "[" + "0,".repeat(50_000) + "0]",
            "\"" + "x".repeat(300_000) + "\"");

    private final Random random;

    Nasty(Random random) {
        this.random = random;
    }

    String text() {
        return pick(TEXTS);
    }

    /** For a path or query: encoded most of the time, sometimes as it is. */
    String encoded() {
        var text = text();
        if (text.length() > 5000) {
            text = text.substring(0, 5000);
        }
        return random.nextInt(8) == 0
                ? text.replaceAll("[ \r\n]", "")
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A piece of JSON, to stand where a value stands. */
    String json() {
        return switch (random.nextInt(10)) {
            case 0 -> nested(pick(List.of(31, 33, 40, 600, 1100, 10_000, 100_000)));
            case 1, 2, 3, 4 -> new TextNode(text()).toString();
            default -> pick(VALUES);
        };
    }

    /** The name of a field, in quotes. */
    String name() {
        return new TextNode(text()).toString();
    }

    private String nested(int levels) {
        return random.nextBoolean()
                ? "[".repeat(levels) + "]".repeat(levels)
                : "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
