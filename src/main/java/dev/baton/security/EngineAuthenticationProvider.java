package dev.baton.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets in whoever {@link PasswordLogin} lets in. */
final class EngineAuthenticationProvider implements AuthenticationProvider {

    private final PasswordLogin login;

    EngineAuthenticationProvider(PasswordLogin login) {
        this.login = login;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var address = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var person = login.authenticate(given.getName(), String.valueOf(given.getCredentials()), address);
        var authenticated = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        authenticated.setDetails(given.getDetails());
        return authenticated;
    }
}
