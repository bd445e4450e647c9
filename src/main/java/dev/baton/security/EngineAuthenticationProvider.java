package dev.baton.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks the engine about names and passwords, and slows down whoever guesses. */
final class EngineAuthenticationProvider implements AuthenticationProvider {

    private final EngineUserDetailsService users;
    private final LoginThrottle throttle;

    EngineAuthenticationProvider(EngineUserDetailsService users, LoginThrottle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var id = login.getName();
        var address = login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.check(id, address);
        var user = users.withPassword(id, String.valueOf(login.getCredentials()));
        if (user.isEmpty()) {
            throttle.miss(id, address);
            throw new BadCredentialsException("Unknown person or wrong password");
        }
        throttle.success(id, address);
        var authenticated = UsernamePasswordAuthenticationToken.authenticated(
                user.get(), null, user.get().getAuthorities());
        authenticated.setDetails(login.getDetails());
        return authenticated;
    }
}
