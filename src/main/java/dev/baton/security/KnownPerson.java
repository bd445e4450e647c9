package dev.baton.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's view of a person that has proven who they are. */
final class KnownPerson extends AbstractAuthenticationToken {

    private final transient SignedIn person;

    KnownPerson(SignedIn person) {
        super(AuthorityUtils.createAuthorityList(
                person.groups().stream().map("ROLE_"::concat).toList()));
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }
}
