package dev.baton.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * The engine's person behind an authentication, however it came about: what a single sign-on has proven counts by its
 * name. Whoever is signed in and no person of the engine is not let in.
 */
final class CurrentUser {

    private final EngineUserDetailsService users;

    CurrentUser(EngineUserDetailsService users) {
        this.users = users;
    }

    Optional<EngineUser> get() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @throws UsernameNotFoundException for somebody whom the engine does not know */
    Optional<EngineUser> of(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(
                authentication.getPrincipal() instanceof EngineUser user
                        ? user
                        : users.loadUserByUsername(authentication.getName()));
    }
}
