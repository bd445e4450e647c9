package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Nobody deletes their own account, administrators neither: it takes a second one. */
final class OwnAccountAccessRule implements AccessRule {

    private static final Pattern ACCOUNT = Pattern.compile("/user/([^/]+)");

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) {
        var account = ACCOUNT.matcher(EngineRestPath.of(request));
        return request.getMethod().equals("DELETE")
                        && account.matches()
                        && account.group(1).equals(person.id())
                ? Optional.of("Nobody deletes their own account: ask another administrator.")
                : Optional.empty();
    }
}
