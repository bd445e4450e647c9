package dev.baton.security;

import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tokens")
class TokenController {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;

    /** What a script is to sign in with. */
    @Schema(name = "TokenRequest")
    record TokenRequest(
            @Schema(
                    description = "What it is for, at most 100 characters",
                    example = "crm-import",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String name,

            @Schema(
                    description = "Some of the person's roles, or all of them",
                    example = "[\"strategist\"]",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<@Nullable String> roles,

            @Schema(
                    description = "When it ends, in UTC, at most 366 days from now",
                    example = "2027-06-30T00:00:00Z",
                    format = "date-time",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String expires,

            @Schema(description = "User id of whom it acts as; left out: you. Of others: administrators only") @Nullable
            String person) {}

    /** A token; its secret is in the answer to its creation and never again. */
    @Schema(name = "Token")
    record TokenView(
            String id,
            String name,
            String person,
            List<String> roles,
            String createdBy,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed,

            @Schema(description = "Shown this once") @Nullable
            String secret) {

        static TokenView of(Tokens.Token token, @Nullable String secret) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.person(),
                    token.roles(),
                    token.createdBy(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    secret);
        }
    }

    @Schema(name = "Tokens")
    record TokenList(List<TokenView> items) {}

    private final Tokens tokens;
    private final CurrentUser current;
    private final EngineUserDetailsService users;
    private final Clock clock;

    TokenController(Tokens tokens, CurrentUser current, EngineUserDetailsService users, Clock clock) {
        this.tokens = tokens;
        this.current = current;
        this.users = users;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listTokens",
            summary = "Your tokens, the newest first; of everybody for administrators",
            description = "Without their secrets. Those that are over are listed until they are revoked.")
    TokenList list() {
        var me = current.get().orElseThrow();
        return new TokenList(tokens.all().stream()
                .filter(token -> mayRevoke(me, token))
                .map(token -> TokenView.of(token, null))
                .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createToken",
            summary = "Make a token for a script",
            description =
                    "The secret is in this answer and nowhere else. Send it as `Authorization: Bearer`. It acts as the"
                            + " person, with those of its roles that the person still has.")
    TokenView create(@RequestBody TokenRequest wanted) {
        var me = current.get().orElseThrow();
        var person = wanted.person == null ? me : person(wanted.person, me);
        var errors = new ArrayList<FieldError>();
        if (wanted.name == null || wanted.name.isBlank() || wanted.name.length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "Say in \"name\" what the token is for, in at most 100 characters."));
        }
        var roles = wanted.roles == null ? List.<@Nullable String>of() : wanted.roles;
        if (roles.isEmpty() || !person.groups().containsAll(roles)) {
            errors.add(new FieldError(
                    "roles",
                    "Name in \"roles\" at least one role, and only those that %s has: %s."
                            .formatted(person.id(), String.join(", ", person.groups()))));
        }
        var now = clock.instant();
        var expires = moment(wanted.expires);
        if (expires == null || !expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            errors.add(new FieldError(
                    "expires",
                    "Say in \"expires\" when the token ends, such as 2027-06-30T00:00:00Z: later than now, and at most"
                            + " 366 days from now."));
        }
        if (!errors.isEmpty() || wanted.name == null || expires == null) {
            throw Refusal.of(errors);
        }
        var token = new Tokens.Token(
                Tokens.newId(),
                wanted.name.strip(),
                person.id(),
                person.groups().stream().filter(roles::contains).toList(),
                me.id(),
                now,
                expires,
                null);
        return TokenView.of(token, tokens.create(token));
    }

    // Has nothing but problems to say, and generated clients ask for no more.
    @DeleteMapping(
            path = "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "Revoke a token: yours, or anybody's for administrators")
    void revoke(@PathVariable String id) {
        var me = current.get().orElseThrow();
        var token = tokens.all().stream()
                .filter(one -> one.id().equals(id) && mayRevoke(me, one))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(
                        "No token of yours has the id \"%s\": GET /api/tokens lists them.".formatted(id)));
        tokens.revoke(token.id());
    }

    private EngineUser person(String id, EngineUser me) {
        if (!id.equals(me.id()) && !isAdministrator(me)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "Only administrators make tokens for others: leave \"person\" out.",
                    List.of());
        }
        try {
            return users.loadUserByUsername(id);
        } catch (UsernameNotFoundException unknown) {
            throw Refusal.of("person", "Nobody here has the user id \"%s\".".formatted(id));
        }
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException noMoment) {
            return null;
        }
    }

    private static boolean mayRevoke(EngineUser me, Tokens.Token token) {
        return token.person().equals(me.id()) || isAdministrator(me);
    }

    private static boolean isAdministrator(EngineUser me) {
        return me.groups().contains(Roles.ADMINISTRATOR);
    }
}
