package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** What a web app calls answers only to those who may use that web app; the engine checks its pages alone. */
final class WebAppAccessRule implements AccessRule {

    private static final Pattern CALL = Pattern.compile("/camunda/api/(admin|cockpit|tasklist)/.*");

    private final AuthorizationService authorizations;

    WebAppAccessRule(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) {
        var call = CALL.matcher(EndpointKind.pathOf(request));
        if (EndpointKind.of(request) != EndpointKind.WEB_APP_CALL || !call.matches() || mayUse(person, call.group(1))) {
            return Optional.empty();
        }
        return Optional.of("You may not use this part of Baton.");
    }

    private boolean mayUse(EngineUser person, String app) {
        return authorizations.isUserAuthorized(
                person.id(), person.groups(), Permissions.ACCESS, Resources.APPLICATION, app);
    }
}
