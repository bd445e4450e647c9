package dev.baton.security;

import dev.baton.camunda.InvalidSetting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** How Baton is registered at the one provider, from `spring.security.oauth2.client.*`; the rest says the provider. */
record SignOnRegistration(String id, String name, String issuer, OAuth2ClientProperties.Registration client) {

    static final String START = "/oauth2/authorization";
    static final String CALLBACK = "/login/oauth2/code/";

    private static final String SETTINGS = "spring.security.oauth2.client.";
    private static final int LONGEST = 255;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> SCOPES = List.of("openid", "profile", "email");

    static SignOnRegistration of(OAuth2ClientProperties properties) {
        if (properties.getRegistration().size() != 1) {
            throw new InvalidSetting(SETTINGS + "registration", "People come from one provider: register one client.");
        }
        var entry = properties.getRegistration().entrySet().iterator().next();
        var id = entry.getKey();
        var client = entry.getValue();
        var provider = properties.getProvider().get(client.getProvider() == null ? id : client.getProvider());
        var issuer = provider == null ? null : provider.getIssuerUri();
        check(id, client, issuer);
        var name = client.getClientName() == null ? id : client.getClientName();
        return new SignOnRegistration(id, name, String.valueOf(issuer), client);
    }

    private static void check(String id, OAuth2ClientProperties.Registration client, @Nullable String issuer) {
        if (issuer == null || issuer.length() > LONGEST || !isSafe(issuer)) {
            throw new InvalidSetting(
                    SETTINGS + "provider." + id + ".issuer-uri",
                    "The provider's issuer is an address with https, as its documentation names it, of at most 255"
                            + " characters; http is for one on this machine.");
        }
        if (client.getScope() != null && !client.getScope().contains("openid")) {
            throw new InvalidSetting(
                    SETTINGS + "registration." + id + ".scope",
                    "Without the scope openid nobody is signed in: add it.");
        }
        if (client.getRedirectUri() != null
                && !client.getRedirectUri().replace("{registrationId}", id).endsWith(CALLBACK + id)) {
            throw new InvalidSetting(
                    SETTINGS + "registration." + id + ".redirect-uri",
                    "Baton is called back at its address followed by " + CALLBACK + id + ".");
        }
    }

    private static boolean isSafe(String issuer) {
        try {
            var address = URI.create(issuer);
            return address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** With what the provider says about itself. */
    ClientRegistration complete(Map<String, Object> metadata) {
        var registration = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(id)
                .clientName(name)
                .clientId(client.getClientId())
                .clientSecret(client.getClientSecret())
                .scope(client.getScope() == null ? SCOPES : client.getScope())
                .redirectUri(client.getRedirectUri() == null ? "{baseUrl}" + CALLBACK + id : client.getRedirectUri());
        if (client.getClientAuthenticationMethod() != null) {
            registration.clientAuthenticationMethod(
                    new ClientAuthenticationMethod(client.getClientAuthenticationMethod()));
        }
        return registration.build();
    }
}
