package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What is asked of the engine, the same through {@code /engine-rest} and through the web apps: {@code /task/17/comment}. */
final class EngineRestPath {

    private static final Pattern PREFIX =
            Pattern.compile("^(?:/engine-rest(?:/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)(?=/)");

    private EngineRestPath() {}

    /** Empty text when the request is not for the engine's REST. */
    static String of(HttpServletRequest request) {
        var path = EndpointKind.pathOf(request);
        var prefix = PREFIX.matcher(path);
        if (!prefix.find()) {
            return "";
        }
        var asked = path.substring(prefix.end());
        return asked.length() > 1 && asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
    }
}
