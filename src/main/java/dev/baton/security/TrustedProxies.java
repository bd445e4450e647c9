package dev.baton.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Leaves of {@code X-Forwarded-For} only what the own proxies wrote: each appends one address, so it is the last ones.
 * Tomcat, which reads the header where proxies are trusted at all, would go on to what a caller within the own network has
 * written in front.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final String HEADER = "X-Forwarded-For";

    private final int proxies;

    TrustedProxies(@Value("${baton.proxies:1}") int proxies) {
        if (proxies < 1) {
            throw new IllegalArgumentException("baton.proxies is %d; it must be at least 1".formatted(proxies));
        }
        this.proxies = proxies;
    }

    /** In front of Tomcat's own valve. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new LastAddresses(proxies));
    }

    private static final class LastAddresses extends ValveBase {

        private final int proxies;

        LastAddresses(int proxies) {
            super(true);
            this.proxies = proxies;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var addresses = new ArrayList<String>();
            for (var header : Collections.list(request.getHeaders(HEADER))) {
                Collections.addAll(addresses, header.split(",", -1));
            }
            if (addresses.size() > proxies) {
                var headers = request.getCoyoteRequest().getMimeHeaders();
                headers.removeHeader(HEADER);
                headers.addValue(HEADER)
                        .setString(String.join(",", addresses.subList(addresses.size() - proxies, addresses.size())));
            }
            getNext().invoke(request, response);
        }
    }
}
