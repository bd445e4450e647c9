package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;

/** Asking a provider about itself. */
class SignOnProviderTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private final String address;
    private volatile int status = 200;
    private volatile String issuer;

    SignOnProviderTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + server.getAddress().getPort();
        issuer = address;
    }

    @BeforeEach
    void answer() {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var metadata = """
                    {"issuer": "%s", "authorization_endpoint": "%2$s/a", "token_endpoint": "%2$s/t", "jwks_uri": "%2$s/k",
                     "subject_types_supported": ["public"], "response_types_supported": ["code"],
                     "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer, address).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, metadata.length);
            exchange.getResponseBody().write(metadata);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itIsAskedOnceAndNotBeforeSomebodyNeedsIt() {
        var provider = provider();
        assertThat(asked).hasValue(0);
        assertThat(provider.findByRegistrationId("another")).isNull();
        assertThat(asked).hasValue(0);
        assertThat(provider.findByRegistrationId("company")).isNotNull();
        provider.registration();
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoSaysToBeAnotherIssuerIsNotBelieved() {
        issuer = "http://localhost:1";
        assertThatThrownBy(provider()::registration).isInstanceOf(SignOnRefused.class);
    }

    @Test
    void aFailureIsRememberedForAMomentSoThatNobodyQueuesBehindIt() {
        status = 503;
        var provider = provider();
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(provider::registration).hasMessageContaining("does not answer");
        }
        assertThat(asked).hasValue(1);
        assertThat(provider.silentSince()).isNotNull();
    }

    private SignOnProvider provider() {
        var client = new OAuth2ClientProperties.Registration();
        client.setClientId("baton");
        var provider = new OAuth2ClientProperties.Provider();
        provider.setIssuerUri(address);
        var properties = new OAuth2ClientProperties();
        properties.getRegistration().put("company", client);
        properties.getProvider().put("company", provider);
        return new SignOnProvider(SignOnRegistration.of(properties), Clock.systemUTC());
    }
}
