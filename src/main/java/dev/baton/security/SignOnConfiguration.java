package dev.baton.security;

import com.nimbusds.jose.JOSEObjectType;
import dev.baton.camunda.TransactionRetry;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.web.client.RestClient;

/** Signing in by an OpenID Connect provider, where one is named: docs/adr/0020. Without one, nothing of it is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties({OAuth2ClientProperties.class, OAuth2ResourceServerProperties.class, SignOnSettings.class
})
class SignOnConfiguration {

    @Bean
    SignOnRegistration signOnRegistration(OAuth2ClientProperties properties) {
        return SignOnRegistration.of(properties);
    }

    @Bean
    SignOnProvider signOnProvider(SignOnRegistration registration, Clock clock) {
        return new SignOnProvider(registration, clock);
    }

    @Bean
    SignOnPeople signOnPeople(
            SignOnSettings settings,
            SignOnAccounts accounts,
            IdentityService identity,
            EngineUserDetailsService users,
            TransactionRetry retry) {
        var checked = settings.checked();
        return new SignOnPeople(checked, new SignOnRoles(checked), accounts, identity, users, retry);
    }

    @Bean
    JwtLogin jwtLogin(SignOnProvider provider, SignOnPeople people, OAuth2ResourceServerProperties properties) {
        return new JwtLogin(provider, people, properties.getJwt().getAudiences());
    }

    /** A provider that is away takes nothing down. */
    @Bean
    HealthIndicator signOnHealthIndicator(SignOnProvider provider) {
        return () -> {
            var since = provider.silentSince();
            return Health.up()
                    .withDetail("provider", provider.issuer())
                    .withDetail("state", since == null ? "no failure" : "does not answer since " + since)
                    .build();
        };
    }

    @Bean
    Customizer<HttpSecurity> signOn(
            SignOnProvider provider,
            SignOnPeople people,
            WebAppSessions sessions,
            SignOnSettings settings,
            Clock clock) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(provider, SignOnRegistration.START);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var flow = new SignOnFlow(requests, provider, people, sessions, clock, settings.session());

        var start = new OAuth2AuthorizationRequestRedirectFilter(flow);
        start.setAuthenticationFailureHandler(flow);

        // What the provider lets Baton ask in the person's name is forgotten with the session of this sign-in.
        var callback = new OAuth2LoginAuthenticationFilter(
                provider, new HttpSessionOAuth2AuthorizedClientRepository(), SignOnRegistration.CALLBACK + "*");
        callback.setAuthenticationManager(new ProviderManager(idTokens(provider)));
        callback.setAuthenticationSuccessHandler(flow);
        callback.setAuthenticationFailureHandler(flow);

        return http -> http.addFilterBefore(start, AbstractPreAuthenticatedProcessingFilter.class)
                .addFilterBefore(callback, AbstractPreAuthenticatedProcessingFilter.class);
    }

    private static OidcAuthorizationCodeAuthenticationProvider idTokens(SignOnProvider provider) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(provider.http().getRequestFactory())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(provider.http());
        var users = new OidcUserService();
        users.setOauth2UserService(userInfo);
        var idTokens = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        idTokens.setJwtDecoderFactory(registration -> {
            var decoder = provider.decoder(
                    new DelegatingOAuth2TokenValidator<>(
                            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)),
                    JOSEObjectType.JWT);
            decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
            return decoder;
        });
        return idTokens;
    }
}
