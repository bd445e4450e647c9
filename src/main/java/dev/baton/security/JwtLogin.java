package dev.baton.security;

import com.nimbusds.jose.JOSEObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** Signing in at the doors of integrators with an access token of the provider that was made for Baton. */
final class JwtLogin {

    private final SignOnProvider provider;
    private final SignOnPeople people;
    private final List<String> audiences;
    private volatile @Nullable JwtDecoder decoder;

    /** @param audiences of tokens that are made for Baton; without one every token is refused */
    JwtLogin(SignOnProvider provider, SignOnPeople people, List<String> audiences) {
        this.provider = provider;
        this.people = people;
        this.audiences = List.copyOf(audiences);
    }

    /** @throws SignOnRefused with the reason */
    EngineUser user(String token) {
        if (audiences.isEmpty()) {
            throw new SignOnRefused(
                    "This token is unknown, over or revoked; tokens of %s are taken once their audience is"
                                    .formatted(provider.name())
                            + " set (spring.security.oauth2.resourceserver.jwt.audiences).");
        }
        try {
            return people.holder(provider.issuer(), decoder().decode(token).getClaims());
        } catch (BadJwtException wrong) {
            throw new SignOnRefused(
                    "This token does not open Baton: it is to be a signed access token of %s for %s that is not over."
                            .formatted(provider.issuer(), String.join(" or ", audiences)));
        } catch (JwtException unread) {
            throw SignOnRefused.away(provider.name(), unread);
        }
    }

    private JwtDecoder decoder() {
        var known = decoder;
        if (known == null) {
            known = provider.decoder(
                    new DelegatingOAuth2TokenValidator<>(
                            new JwtIssuerValidator(provider.issuer()),
                            new JwtClaimValidator<List<String>>(
                                    JwtClaimNames.AUD,
                                    audience -> audience != null
                                            && audience.stream().anyMatch(audiences::contains)),
                            new JwtClaimValidator<>(JwtClaimNames.EXP, expires -> expires != null),
                            new JwtTimestampValidator(),
                            noIdToken()),
                    JOSEObjectType.JWT,
                    new JOSEObjectType("at+jwt"));
            decoder = known;
        }
        return known;
    }

    /** What says to a web app who has signed in travels through browsers and opens no door of its own. */
    private static OAuth2TokenValidator<Jwt> noIdToken() {
        return token -> token.hasClaim("nonce") || "ID".equals(token.getClaims().get("typ"))
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "This is an id token", null))
                : OAuth2TokenValidatorResult.success();
    }
}
