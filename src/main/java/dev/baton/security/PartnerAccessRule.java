package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A partner from outside works its own tasks, reads the handoff map, and sees those handoffs that the API finds to be
 * its own; whatever else the API grows stays inside the company. In the engine the partner has no grant but the ones on
 * its own tasks.
 */
final class PartnerAccessRule implements AccessRule {

    private static final Pattern OPEN_TO_PARTNERS = Pattern.compile(
            "/api/(?:tasks|models|contracts|tokens)(?:/[^/]+)?/?|/api/events/?|/api/contracts/[^/]+/check/?|/api/(?:model-selection|plans)/?|/api/people/[^/]+/deputies(?:/[^/]+)?/?"
                    + "|/api/handoffs(?:/.*)?");

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) {
        var closed = EndpointKind.of(request) == EndpointKind.API
                && person.onlyA(Roles.PARTNER)
                && !OPEN_TO_PARTNERS.matcher(EndpointKind.pathOf(request)).matches();
        return closed ? Optional.of("Partners see their own tasks only.") : Optional.empty();
    }
}
