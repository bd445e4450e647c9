package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.camunda.InvalidSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;

class SignOnSettingsTests {

    private final OAuth2ClientProperties properties = new OAuth2ClientProperties();
    private final OAuth2ClientProperties.Registration client = new OAuth2ClientProperties.Registration();
    private final OAuth2ClientProperties.Provider provider = new OAuth2ClientProperties.Provider();

    SignOnSettingsTests() {
        client.setClientId("baton");
        provider.setIssuerUri("https://login.example.org");
        properties.getRegistration().put("company", client);
        properties.getProvider().put("company", provider);
    }

    @Test
    void aProviderIsNamedByItsIssuer() {
        assertThat(SignOnRegistration.of(properties).issuer()).isEqualTo("https://login.example.org");
        assertThat(SignOnRegistration.of(properties).name()).isEqualTo("company");
    }

    @Test
    void twoProvidersAreRefused() {
        properties.getRegistration().put("other", client);
        assertRefused("one provider");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.example.org", "login.example.org", "https:///x", "file:///etc/passwd", "ht tp://x"
            })
    void anIssuerThatOthersOnTheWayCouldSpeakForIsRefused(String issuer) {
        provider.setIssuerUri(issuer);
        assertRefused("address with https");
    }

    @Test
    void aProviderWithoutAnIssuerIsRefused() {
        properties.getProvider().clear();
        assertRefused("address with https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9000/realm", "http://127.0.0.1:9000"})
    void aProviderOnThisMachineNeedsNoCertificate(String issuer) {
        provider.setIssuerUri(issuer);
        assertThat(SignOnRegistration.of(properties).issuer()).isEqualTo(issuer);
    }

    @Test
    void withoutTheScopeThatSignsInNobodyStarts() {
        client.setScope(Set.of("profile"));
        assertRefused("scope openid");
    }

    @Test
    void aCallbackThatNobodyListensToIsRefused() {
        client.setRedirectUri("https://baton.example.org/callback");
        assertRefused("/login/oauth2/code/company");
        client.setRedirectUri("https://baton.example.org/login/oauth2/code/{registrationId}");
        assertThat(SignOnRegistration.of(properties).id()).isEqualTo("company");
    }

    @Test
    void aRoleThatBatonDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> roles(Map.of("designer", List.of("x"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("execution-owner, ");
    }

    @Test
    void rolesThatNoGroupStandsForAreRefused() {
        assertThatThrownBy(() -> roles(Map.of())).hasMessageContaining("Nobody could sign in");
        assertThatThrownBy(() -> roles(Map.of("strategist", List.of()))).hasMessageContaining("Nobody could sign in");
    }

    @Test
    void aSessionWithoutTimeIsRefused() {
        assertThatThrownBy(() ->
                        settings("groups", Map.of(), Duration.ZERO, Map.of()).checked())
                .hasMessageContaining("PT8H");
    }

    @Test
    void aLinkOfNoIdIsRefused() {
        assertThatThrownBy(() -> settings("groups", Map.of(), Duration.ofHours(8), Map.of("a b", "1"))
                        .checked())
                .hasMessageContaining("in brackets");
    }

    @Test
    void twoAccountsOfOneSubjectAreRefused() {
        assertThatThrownBy(() -> settings("groups", Map.of(), Duration.ofHours(8), Map.of("maria", "1", "ben", "1"))
                        .checked())
                .hasMessageContaining("same subject");
    }

    @Test
    void groupsAreFoundWhereTheProviderPutsThem() {
        var mapping = Map.of("strategist", List.of("planners"), "operations", List.of("ops"));
        var planners = List.of("planners", "others");
        assertThat(roles("groups", mapping, Map.of("groups", planners))).containsExactly("strategist");
        assertThat(roles("groups", mapping, Map.of("groups", "ops"))).containsExactly("operations");
        assertThat(roles("realm_access.roles", mapping, Map.of("realm_access", Map.of("roles", planners))))
                .containsExactly("strategist");
        assertThat(roles("https://example.org/groups", mapping, Map.of("https://example.org/groups", planners)))
                .containsExactly("strategist");
        assertThat(roles("a.b.c", mapping, Map.of("a.b", Map.of("c", planners))))
                .containsExactly("strategist");
    }

    @Test
    void whatIsNoGroupGivesNoRole() {
        var mapping = Map.of("strategist", List.of("planners", "7"));
        for (var claimed :
                List.of(7, List.of(7), "plan", "planners,x", Map.of("planners", true), List.of(List.of("planners")))) {
            assertThat(roles("groups", mapping, Map.of("groups", claimed))).isEmpty();
        }
        assertThat(roles("groups", mapping, Map.of())).isEmpty();
        assertThat(roles("a.b", mapping, Map.of("a", "planners"))).isEmpty();
    }

    private static Set<String> roles(String claim, Map<String, List<String>> mapping, Map<String, Object> claims) {
        return new SignOnRoles(settings(claim, mapping, Duration.ofHours(8), Map.of())).of(claims);
    }

    private static SignOnRoles roles(Map<String, List<String>> mapping) {
        return new SignOnRoles(settings("groups", mapping, Duration.ofHours(8), Map.of()));
    }

    private static SignOnSettings settings(
            String claim, Map<String, List<String>> mapping, Duration session, Map<String, String> links) {
        return new SignOnSettings("preferred_username", claim, mapping, links, session);
    }

    private void assertRefused(String remedy) {
        assertThatThrownBy(() -> SignOnRegistration.of(properties))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(remedy);
    }
}
