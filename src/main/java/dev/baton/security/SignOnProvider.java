package dev.baton.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of the sign-on. It is asked when somebody first needs it: while it is away Baton starts and serves whoever
 * comes with a password. Each answer is waited for five seconds at most.
 */
final class SignOnProvider implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnProvider.class);

    private static final Duration CONNECTED = Duration.ofSeconds(2);
    private static final Duration ANSWERED = Duration.ofSeconds(4);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(3);
    private static final Duration KEYS_READ_AGAIN = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private record Silence(Instant since, long nanos) {

        boolean isFresh() {
            return System.nanoTime() - nanos < ASKED_AGAIN.toNanos();
        }
    }

    private final SignOnRegistration settings;
    private final Clock clock;
    private final RestTemplate http = new RestTemplate();

    private volatile @Nullable ClientRegistration registration;
    private volatile @Nullable JWKSource<SecurityContext> keys;
    private volatile @Nullable Silence silence;

    SignOnProvider(SignOnRegistration settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECTED);
        requests.setReadTimeout(ANSWERED);
        http.setRequestFactory(requests);
        http.getInterceptors().add((request, body, next) -> {
            try {
                var answer = next.execute(request, body);
                silence = answer.getStatusCode().is5xxServerError() ? silent() : null;
                return answer;
            } catch (IOException gone) {
                silence = silent();
                throw gone;
            }
        });
    }

    String name() {
        return settings.name();
    }

    String issuer() {
        return settings.issuer();
    }

    RestTemplate http() {
        return http;
    }

    /** Since when it does not answer; null: it did, or was not asked yet. */
    @Nullable
    Instant silentSince() {
        var known = silence;
        return known == null ? null : known.since;
    }

    private Silence silent() {
        var known = silence;
        return new Silence(known == null ? clock.instant() : known.since, System.nanoTime());
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(settings.id()) ? registration() : null;
    }

    /** @throws SignOnRefused while the provider is away */
    ClientRegistration registration() {
        var known = registration;
        return known == null ? discover() : known;
    }

    private synchronized ClientRegistration discover() {
        var known = registration;
        if (known != null) {
            return known;
        }
        var last = silence;
        if (last != null && last.isFresh()) {
            throw SignOnRefused.away(name(), new IOException("It did not answer a moment ago"));
        }
        try {
            var found = settings.complete(metadata());
            keys = keys(found.getProviderDetails().getJwkSetUri());
            registration = found;
            return found;
        } catch (RuntimeException | MalformedURLException failed) {
            LOG.warn("{} cannot be asked about itself: {}", issuer(), failed.toString());
            throw SignOnRefused.away(name(), failed);
        }
    }

    private Map<String, Object> metadata() {
        var found = http.exchange(issuer() + "/.well-known/openid-configuration", HttpMethod.GET, null, JSON)
                .getBody();
        if (found == null || !issuer().equals(found.get("issuer"))) {
            throw new IllegalStateException("What it says of itself is of another issuer");
        }
        return found;
    }

    /** Kept for minutes, read again for a key that is new, and not more often than a few times a minute. */
    private JWKSource<SecurityContext> keys(String address) throws MalformedURLException {
        return JWKSourceBuilder.create(URI.create(address).toURL(), this::read)
                .rateLimited(KEYS_READ_AGAIN.toMillis())
                .build();
    }

    private Resource read(URL address) throws IOException {
        try {
            var answer = http.getForEntity(URI.create(address.toString()), String.class);
            return new Resource(String.valueOf(answer.getBody()), null);
        } catch (RestClientException failed) {
            throw new IOException(failed);
        }
    }

    /** Reads tokens that the provider has signed, with one of its public keys; whom they are for says the validator. */
    NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator, JOSEObjectType... types) {
        registration();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys));
        processor.setJWSTypeVerifier((type, context) -> {
            if (type != null && !List.of(types).contains(type)) {
                throw new BadJOSEException("This is a token of another type: " + type);
            }
        });
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** Whether something failed because the provider did not answer, or not with an answer. */
    static boolean isAway(@Nullable Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof HttpServerErrorException
                    || cause instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }
}
