package dev.baton.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;

/**
 * Holds people to what their role may do where the engine's own authorizations do not reach; {@link #authorize} is an
 * {@link org.springframework.security.authorization.AuthorizationManager}.
 */
final class AccessRules {

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

    /** A refusal that says why. */
    static final class Refusal extends AuthorizationDecision {

        private final HttpStatus status;
        private final String sentence;

        private Refusal(HttpStatus status, String sentence) {
            super(false);
            this.status = status;
            this.sentence = sentence;
        }

        HttpStatus status() {
            return status;
        }

        String sentence() {
            return sentence;
        }
    }

    private final CurrentUser current;
    private final List<AccessRule> rules;

    AccessRules(CurrentUser current, List<AccessRule> rules) {
        this.current = current;
        this.rules = List.copyOf(rules);
    }

    AuthorizationDecision authorize(Supplier<Authentication> authentication, HttpServletRequest request) {
        var person = current.of(authentication.get());
        if (person.isEmpty() || request.getDispatcherType() != DispatcherType.REQUEST) {
            return GRANTED;
        }
        for (var rule : rules) {
            var refusal = refusal(rule, person.get(), request);
            if (refusal != GRANTED) {
                return refusal;
            }
        }
        return GRANTED;
    }

    private static AuthorizationDecision refusal(AccessRule rule, EngineUser person, HttpServletRequest request) {
        try {
            return rule.refusal(person, request)
                    .<AuthorizationDecision>map(sentence -> new Refusal(rule.status(), sentence))
                    .orElse(GRANTED);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
