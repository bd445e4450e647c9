package dev.baton.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * An OpenID Connect provider on this machine: Spring Authorization Server, reached through a relay that can be cut. Its
 * people have whatever claims a test gives them, and it can be made to lie in its next id tokens.
 */
final class LoopbackProvider implements AutoCloseable {

    static final String CLIENT = "baton";
    static final String SECRET = "not-a-secret-on-loopback";
    static final String AUDIENCE = "baton-api";
    private static final Set<String> LOGIN_PAGE = Set.of("/login", "/default-ui.css", "/favicon.ico");

    static final String PASSWORD = "known-to-the-provider";

    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final RSAKey key = key("first");
    private final RSAKey foreignKey = key("first");
    private final RSAKey newKey = key("second");
    private final AnnotationConfigServletWebServerApplicationContext server;
    private final Relay relay;
    private volatile Consumer<Map<String, Object>> lie = claims -> {};
    private volatile boolean unsigned;
    private volatile int baton;

    LoopbackProvider() {
        server = new AnnotationConfigServletWebServerApplicationContext();
        server.registerBean(LoopbackProvider.class, () -> this, definition -> definition.setDestroyMethodName(""));
        server.register(Settings.class);
        server.refresh();
        try {
            relay = new Relay(server.getWebServer().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + relay.port();
    }

    Relay relay() {
        return relay;
    }

    /** Somebody whom the provider knows by this subject, from now on with these claims. */
    void knows(String subject, Map<String, Object> claims) {
        people.put(subject, Map.copyOf(claims));
    }

    /** Changes the claims of id tokens before they are signed, until {@link #isHonest}. */
    void liesInIdTokens(Consumer<Map<String, Object>> change) {
        lie = change;
    }

    void signsNoIdTokens() {
        unsigned = true;
    }

    void isHonest() {
        lie = claims -> {};
        unsigned = false;
    }

    /** The claims of an access token for Baton that is right in everything. */
    Map<String, Object> accessClaims(String subject) {
        var claims = new LinkedHashMap<String, Object>(people.getOrDefault(subject, Map.of()));
        claims.put("iss", issuer());
        claims.put("sub", subject);
        claims.put("aud", AUDIENCE);
        claims.put("exp", Date.from(Instant.now().plusSeconds(300)));
        return claims;
    }

    String signed(Map<String, Object> claims) {
        return signed(claims, key);
    }

    String signedByAnother(Map<String, Object> claims) {
        return signed(claims, foreignKey);
    }

    String signedByANewKey(Map<String, Object> claims) {
        return signed(claims, newKey);
    }

    static String unsigned(Map<String, Object> claims) {
        return new PlainJWT(claims(claims)).serialize();
    }

    /** Signed with the public key as if it were a shared secret. */
    String signedWithThePublicKey(Map<String, Object> claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims(claims));
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(Map<String, Object> claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the browser comes back to. */
    void sendsBackTo(int port) {
        baton = port;
    }

    private RegisteredClient baton() {
        var address = "http://127.0.0.1:" + baton;
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address + "/login/oauth2/code/contoso")
                .postLogoutRedirectUri(address + "/camunda/app/tasklist/default/")
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    @Override
    public void close() throws IOException {
        relay.close();
        server.close();
    }

    /** No configuration by name: Baton must not find it. */
    @EnableWebSecurity
    static class Settings {

        @Bean
        TomcatServletWebServerFactory tomcat() {
            var tomcat = new TomcatServletWebServerFactory(0);
            tomcat.setAddress(InetAddress.getLoopbackAddress());
            tomcat.setRegisterDefaultServlet(true);
            tomcat.getSession().getCookie().setName("PROVIDER");
            return tomcat;
        }

        @Bean
        SecurityFilterChain provider(HttpSecurity http) throws Exception {
            var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(request -> !LOGIN_PAGE.contains(request.getServletPath()))
                    .with(server, with -> with.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .exceptionHandling(
                            no -> no.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.csrf(AbstractHttpConfigurer::disable)
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people(LoopbackProvider provider) {
            return subject -> User.withUsername(subject)
                    .password("{noop}" + PASSWORD)
                    .authorities("person")
                    .disabled(!provider.people.containsKey(subject))
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(LoopbackProvider provider) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // The provider would store the secret in another encoding; it is made anew each time.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return provider.baton();
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? provider.baton() : null;
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys(LoopbackProvider provider) {
            return new ImmutableJWKSet<>(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys, LoopbackProvider provider) {
            var jwts = new JwtGenerator(new NimbusJwtEncoder(keys));
            jwts.setJwtCustomizer(token -> token.getClaims().claims(claims -> {
                claims.putAll(provider.people.getOrDefault(token.getPrincipal().getName(), Map.of()));
                if (isIdToken(token)) {
                    provider.lie.accept(claims);
                }
            }));
            OAuth2TokenGenerator<Jwt> some = token -> {
                var jwt = jwts.generate(token);
                return jwt != null
                                && provider.unsigned
                                && "id_token".equals(token.getTokenType().getValue())
                        ? withoutSignature(jwt)
                        : jwt;
            };
            return new DelegatingOAuth2TokenGenerator(some, new OAuth2AccessTokenGenerator());
        }

        private static boolean isIdToken(JwtEncodingContext token) {
            return "id_token".equals(token.getTokenType().getValue());
        }

        private static @Nullable Jwt withoutSignature(Jwt jwt) {
            try {
                var plain = new PlainJWT(SignedJWT.parse(jwt.getTokenValue()).getJWTClaimsSet());
                return new Jwt(
                        plain.serialize(),
                        jwt.getIssuedAt(),
                        jwt.getExpiresAt(),
                        Map.of("alg", "none"),
                        jwt.getClaims());
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
