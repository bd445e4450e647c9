package dev.baton.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Stands before everything else: gives each request its {@link RequestBody}, keeps one address from taking every thread,
 * and does not wait for the rest of a body that nobody wanted.
 */
final class RequestValve extends ValveBase {

    private static final String TOO_MANY = """
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"Too many requests come from your address at this moment: send this one again.","errors":[]}""";

    /** For how many at a time bytes are thrown away so that a sender gets to read the answer. */
    private static final int FAREWELLS = 16;

    private final Arrivals arrivals;
    private final Ongoing ongoing;
    private final Semaphore farewells = new Semaphore(FAREWELLS);

    RequestValve(ServerLimits limits) {
        super(true);
        this.ongoing = new Ongoing(limits.requestsPerAddress());
        this.arrivals = new Arrivals(limits.bodies(), limits.bodiesPerAddress());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var address = request.getRemoteAddr();
        var now = System.nanoTime();
        var body = RequestBody.find(request)
                .orElseGet(() -> new RequestBody(request.getCoyoteRequest(), arrivals, address));
        try {
            if (ongoing.begin(address, now)) {
                body.intercept(request);
                getNext().invoke(request, response);
            } else {
                refuse(response);
            }
        } finally {
            ongoing.end(address, now);
            body.release();
        }
        if (!request.isAsync() && !body.isComplete()) {
            end(body, request, response);
        }
    }

    private static void refuse(Response response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(TOO_MANY.getBytes(StandardCharsets.UTF_8));
    }

    private void end(RequestBody body, Request request, Response response) throws IOException {
        response.finishResponse();
        if (!body.isLate() && farewells.tryAcquire()) {
            try {
                body.discard();
            } finally {
                farewells.release();
            }
        }
        if (!body.isComplete()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
