package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * The ways into Baton. The kind is chosen by the decoded path of the request, never by a servlet's own pattern, so that
 * it does not matter who serves the path.
 */
enum EndpointKind {
    /** The engine's REST for integrators: Basic, no session. */
    ENGINE_REST,
    /** Baton's REST for integrators: Basic, no session. */
    API,
    /** The description of the API: Basic or a session. */
    API_DESCRIPTION,
    /** What the web apps call: the session of the web apps' login. */
    WEB_APP_CALL,
    /** Signing in and out, and asking who is signed in. */
    SIGN_IN,
    /** The login page and what it is made of. */
    LOGIN_PAGE,
    /** Up or not, nothing else. */
    HEALTH,
    /** Always shut, also for administrators. */
    SWITCHED_OFF,
    /** Every other page: the session of the web apps' login. */
    PAGE;

    private static final String WEB_APPS = "/camunda";
    private static final Pattern SIGN_IN_CALL =
            Pattern.compile("/camunda/api/admin/auth/user/[^/]+(?:/logout|/login/[^/]+)?/?");
    /** The login page asks for the name of the engine, and gets no more. */
    private static final Pattern ENGINE_NAME = Pattern.compile("/camunda/api/engine/engine/?");

    private static final Pattern PLUGIN_SCRIPTS =
            Pattern.compile("/camunda/api/(?:admin|cockpit|tasklist|welcome)/plugin/[^/]+/static/.*");
    private static final Pattern LOGIN_PAGE_PARTS =
            Pattern.compile("/camunda(?:/app|/lib|/assets)(?:/.*)?|/camunda/?|/camunda/favicon\\.ico|/favicon\\.ico");
    private static final Pattern HEALTH_CHECK = Pattern.compile("/actuator/health(?:/liveness|/readiness)?");
    private static final Pattern SWITCHED_OFF_CALLS = Pattern.compile(
            // Makes an administrator without a login (CVE-2026-77226), and is not needed: the first start makes one.
            "/camunda/api/admin/setup(?:/.*)?"
                    // Tries passwords without being slowed down.
                    + "|.*/identity/verify/?"
                    // The engine does not check who may see or start a case; Baton has none. Cockpit counts
                    // definitions.
                    + "|.*/(?:case-instance|case-execution|case-activity-instance)(?:/.*)?"
                    + "|.*/telemetry(?:/.*)?"
                    // Nothing is measured there, and asking for it fails.
                    + "|.*/metrics(?:/.*)?");

    static EndpointKind of(HttpServletRequest request) {
        var path = pathOf(request);
        if (isEngineRest(path) || path.startsWith(WEB_APPS + "/api/")) {
            if (SWITCHED_OFF_CALLS.matcher(path).matches()) {
                return SWITCHED_OFF;
            }
        }
        if (isEngineRest(path)) {
            return ENGINE_REST;
        }
        if (isUnder("/api", path)) {
            return API;
        }
        if (isUnder("/v3/api-docs", path) || path.startsWith("/v3/api-docs.")) {
            return API_DESCRIPTION;
        }
        if (isUnder(WEB_APPS + "/api", path)) {
            return webAppCall(request, path);
        }
        if (LOGIN_PAGE_PARTS.matcher(path).matches() && isRead(request)) {
            return LOGIN_PAGE;
        }
        return HEALTH_CHECK.matcher(path).matches() ? HEALTH : PAGE;
    }

    private static EndpointKind webAppCall(HttpServletRequest request, String path) {
        if (SIGN_IN_CALL.matcher(path).matches()) {
            return SIGN_IN;
        }
        var isPartOfLoginPage = PLUGIN_SCRIPTS.matcher(path).matches()
                || ENGINE_NAME.matcher(path).matches();
        return isPartOfLoginPage && isRead(request) ? LOGIN_PAGE : WEB_APP_CALL;
    }

    private static boolean isEngineRest(String path) {
        return isUnder("/engine-rest", path);
    }

    private static boolean isUnder(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    static boolean isRead(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    /** The path as the container decoded it, without context path, parameters and dots. */
    static String pathOf(HttpServletRequest request) {
        var inServlet = request.getPathInfo();
        return inServlet == null ? request.getServletPath() : request.getServletPath() + inServlet;
    }

    boolean takesBasic() {
        return this == ENGINE_REST || this == API || this == API_DESCRIPTION;
    }

    boolean takesSession() {
        return this == WEB_APP_CALL || this == PAGE || this == API_DESCRIPTION || this == SIGN_IN;
    }

    boolean isOpenToAll() {
        return this == LOGIN_PAGE || this == SIGN_IN || this == HEALTH;
    }

    boolean isEngine() {
        return this == ENGINE_REST || this == WEB_APP_CALL;
    }
}
