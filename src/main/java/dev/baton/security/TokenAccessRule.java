package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token works, and gives nobody rights: tokens, people, groups and grants are changed by people. */
final class TokenAccessRule implements AccessRule {

    private static final Pattern PEOPLE = Pattern.compile("/(?:user|group|tenant|authorization)(?:/.*)?");
    private static final Pattern TOKENS = Pattern.compile("/api/tokens(?:/.*)?");

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) {
        if (!TokenLogin.isCurrent()) {
            return Optional.empty();
        }
        var aboutTokens = TOKENS.matcher(EndpointKind.pathOf(request)).matches();
        var aboutPeople = !EndpointKind.isRead(request)
                && PEOPLE.matcher(EngineRestPath.of(request)).matches();
        return aboutTokens || aboutPeople
                ? Optional.of("A token changes no people, grants or tokens: sign in as a person.")
                : Optional.empty();
    }
}
