package dev.baton.security;

import dev.baton.server.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** How much a request may hold, by where it goes. */
final class BodyLimits {

    private static final int SIGN_IN = 16 * 1024;
    private static final int DEPLOYMENT = 10 * 1024 * 1024;

    private static final Pattern DEPLOYING = Pattern.compile("/deployment/create");
    private static final Pattern DEPLOYING_BY_API = Pattern.compile("/api/deployments(?:/.*)?");

    private BodyLimits() {}

    static int of(HttpServletRequest request) {
        if (isDeployment(request)) {
            return DEPLOYMENT;
        }
        return EndpointKind.of(request) == EndpointKind.SIGN_IN ? SIGN_IN : RequestBody.MOST;
    }

    /** Whether files are sent, which only those may who deploy. */
    static boolean isDeployment(HttpServletRequest request) {
        return !EndpointKind.isRead(request)
                && (DEPLOYING.matcher(EngineRestPath.of(request)).matches()
                        || DEPLOYING_BY_API
                                .matcher(EndpointKind.pathOf(request))
                                .matches());
    }
}
