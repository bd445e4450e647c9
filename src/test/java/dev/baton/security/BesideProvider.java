package dev.baton.security;

import dev.baton.harness.SecondService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that people of a provider sign in at. It has started while the provider was away. */
@ExtendWith(SecondService.class)
abstract class BesideProvider {

    static final LoopbackProvider PROVIDER = away(new LoopbackProvider());

    static final String SCRIPT = "/camunda/app/welcome/scripts/provider.js";

    @LocalServerPort
    int port;

    private static LoopbackProvider away(LoopbackProvider provider) {
        try {
            provider.relay().cut();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        var client = "spring.security.oauth2.client.";
        registry.add(client + "registration.contoso.client-id", () -> LoopbackProvider.CLIENT);
        registry.add(client + "registration.contoso.client-secret", () -> LoopbackProvider.SECRET);
        registry.add(client + "registration.contoso.client-name", () -> "Contoso");
        registry.add(client + "provider.contoso.issuer-uri", PROVIDER::issuer);
        registry.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> LoopbackProvider.AUDIENCE);
        registry.add("baton.sign-in.roles.strategist", () -> "planners");
        registry.add("baton.sign-in.roles.executionowner", () -> "makers,builders");
        registry.add("baton.sign-in.roles.camunda-admin", () -> "admins");
        registry.add("baton.sign-in.links.[linda.k]", () -> "subject-of-linda");
        registry.add("baton.sign-in.links.[frank.f]", () -> "subject-of-frank");
        registry.add("management.endpoint.health.show-details", () -> "always");
    }

    @BeforeEach
    void theProviderAnswers() throws IOException {
        PROVIDER.sendsBackTo(port);
        PROVIDER.isHonest();
        PROVIDER.relay().open();
    }

    /** A new person of the provider with this name and in these groups; gives the subject back. */
    static String knows(String name, String... groups) {
        var subject = UUID.randomUUID().toString();
        knows(subject, claims(name, groups));
        return subject;
    }

    static void knows(String subject, Map<String, Object> claims) {
        PROVIDER.knows(subject, claims);
    }

    static Map<String, Object> claims(String name, String... groups) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("preferred_username", name);
        claims.put("given_name", "Maria");
        claims.put("family_name", "Keller");
        claims.put("email", name + "@example.org");
        claims.put("groups", List.of(groups));
        return claims;
    }

    static String newName() {
        return "m" + UUID.randomUUID().toString().substring(0, 8);
    }
}
