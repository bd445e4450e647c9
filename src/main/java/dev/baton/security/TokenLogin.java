package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Signing in at the doors of integrators with a token, as Bearer: one of Baton's, or a provider's. A wrong one counts
 * against nobody's password.
 */
final class TokenLogin implements AuthenticationConverter, AuthenticationManager {

    private static final String SCHEME = "bearer ";

    /** Somebody who comes with a token: its secret, and once it has proven right, the person. */
    static final class Bearer extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final Object principal;

        private Bearer(String secret) {
            super(List.of());
            principal = secret;
        }

        private Bearer(EngineUser person) {
            super(person.getAuthorities());
            principal = person;
            setAuthenticated(true);
        }

        @Override
        public Object getPrincipal() {
            return principal;
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public String getName() {
            return principal instanceof EngineUser person ? person.id() : "";
        }
    }

    private final Tokens tokens;
    private final @Nullable JwtLogin others;

    /** @param others takes what is no token of Baton; null where nobody does */
    TokenLogin(Tokens tokens, @Nullable JwtLogin others) {
        this.tokens = tokens;
        this.others = others;
    }

    /** Whether this request came with a token. */
    static boolean isCurrent() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Bearer;
    }

    static boolean isTried(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return EndpointKind.of(request).takesBasic() && isTried(request)
                ? new Bearer(request.getHeader(HttpHeaders.AUTHORIZATION)
                        .substring(SCHEME.length())
                        .strip())
                : null;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var secret = String.valueOf(given.getPrincipal());
        if (others != null && !secret.startsWith(Tokens.PREFIX)) {
            return new Bearer(others.user(secret));
        }
        return tokens.user(secret).map(Bearer::new).orElseThrow(() -> new BadCredentialsException("Unknown token"));
    }
}
