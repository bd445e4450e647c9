package dev.baton.security;

import dev.baton.camunda.Ids;
import dev.baton.camunda.TransactionRetry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people whom a provider has proven. Issuer and subject say who somebody is; the name that the provider gives becomes
 * the id of an account once, at the first sign-in, and never leads into an account that belongs to somebody else.
 */
final class SignOnPeople {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnPeople.class);

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 255;

    private final SignOnSettings settings;
    private final SignOnRoles roles;
    private final SignOnAccounts accounts;
    private final IdentityService identity;
    private final EngineUserDetailsService users;
    private final TransactionRetry retry;

    SignOnPeople(
            SignOnSettings settings,
            SignOnRoles roles,
            SignOnAccounts accounts,
            IdentityService identity,
            EngineUserDetailsService users,
            TransactionRetry retry) {
        this.settings = settings;
        this.roles = roles;
        this.accounts = accounts;
        this.identity = identity;
        this.users = users;
        this.retry = retry;
    }

    /**
     * Who signs in with these claims: the account is made at the first time, and has the roles of its groups each time.
     *
     * @throws SignOnRefused for somebody without a role, or whose name is somebody else's
     */
    String signIn(String issuer, Map<String, Object> claims) {
        var subject = subject(claims);
        var theirs = roles.of(claims);
        var person = retry.execute(() -> {
            var known = known(issuer, subject);
            if (theirs.isEmpty()) {
                known.filter(this::exists).ifPresent(id -> give(id, Set.of()));
                return "";
            }
            var id = known.orElseGet(() -> newAccount(issuer, subject, claims));
            describe(id, claims);
            give(id, theirs);
            return id;
        });
        if (theirs.isEmpty()) {
            throw withoutRole(issuer, subject);
        }
        return person;
    }

    /**
     * Whom a token is about: an account that there is, with those of its roles that the token has too.
     *
     * @throws SignOnRefused where that is nobody, or nobody with a role
     */
    EngineUser holder(String issuer, Map<String, Object> claims) {
        var id = known(issuer, subject(claims))
                .filter(this::exists)
                .orElseThrow(() -> new SignOnRefused(
                        "This token's subject has no account here: sign in at the web apps once, or ask an administrator to"
                                + " link an account (baton.sign-in.links)."));
        var person = users.loadUserByUsername(id);
        var theirs = roles.of(claims);
        var both = person.groups().stream().filter(theirs::contains).toList();
        if (both.isEmpty()) {
            throw new SignOnRefused("This token gives no role that its person has: its groups are to be among %s."
                    .formatted(roles.named()));
        }
        return new EngineUser(id, both, person.tenants());
    }

    private SignOnRefused withoutRole(String issuer, String subject) {
        LOG.warn("Refused: {} of {} is in no group that stands for a role", subject, issuer);
        return new SignOnRefused("You are known, and have no role here: ask your administrator for one of the groups "
                + roles.named() + ".");
    }

    private static String subject(Map<String, Object> claims) {
        if (claims.get("sub") instanceof String subject
                && !subject.isEmpty()
                && subject.length() <= LONGEST_TEXT
                && subject.chars().noneMatch(Character::isISOControl)) {
            return subject;
        }
        throw new SignOnRefused(
                "The provider does not say who this is: the claim sub is missing, too long or no text.");
    }

    /** The account of a subject that was here before. */
    private Optional<String> known(String issuer, String subject) {
        var linked = settings.links().entrySet().stream()
                .filter(link -> link.getValue().equals(subject))
                .map(Map.Entry::getKey)
                .findFirst();
        if (linked.isPresent()) {
            return linked;
        }
        return accounts.of(issuer, subject).map(known -> own(known, issuer, subject));
    }

    private String own(SignOnAccounts.Account known, String issuer, String subject) {
        var isNewAccount = known.deleted() && exists(known.person());
        if (isNewAccount || settings.links().containsKey(known.person())) {
            throw belongsToAnother(known.person(), issuer, subject);
        }
        return known.person();
    }

    private String newAccount(String issuer, String subject, Map<String, Object> claims) {
        var id = id(claims);
        if (exists(id) || settings.links().containsKey(id) || accounts.isGiven(id)) {
            throw belongsToAnother(id, issuer, subject);
        }
        accounts.give(issuer, subject, id);
        return id;
    }

    /** Upper and lower case are one: providers take names so, and "Admin" is not to look like somebody else's "admin". */
    private String id(Map<String, Object> claims) {
        var name = text(claims, settings.idClaim());
        if (name.length() > LONGEST_ID || !Ids.allow(name)) {
            throw new SignOnRefused(
                    "The provider's claim %s is no user id here: it has 1 to %d letters, digits and . _ @ - only. Ask your administrator for another one (baton.sign-in.id-claim)."
                            .formatted(settings.idClaim(), LONGEST_ID));
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static SignOnRefused belongsToAnother(String id, String issuer, String subject) {
        LOG.warn(
                "Refused: the account {} does not belong to the subject {} of {}. If it is the same person, set"
                        + " baton.sign-in.links.[{}]={}",
                id,
                subject,
                issuer,
                id,
                subject);
        return new SignOnRefused(
                "The user name %s belongs to somebody else here: ask your administrator, who finds in the log how to link it to you."
                        .formatted(id));
    }

    private boolean exists(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }

    /** Name and address are the provider's, as far as it says them; there is no password, and so no login by one. */
    private void describe(String id, Map<String, Object> claims) {
        var user = identity.createUserQuery().userId(id).singleResult();
        var isNew = user == null;
        if (user == null) {
            user = identity.newUser(id);
            user.setFirstName(id);
            accounts.restored(id);
        }
        var first = text(claims, "given_name");
        var last = text(claims, "family_name");
        var name = first.isEmpty() && last.isEmpty() ? text(claims, "name") : "";
        var email = Boolean.FALSE.equals(claims.get("email_verified")) ? "" : text(claims, "email");
        var before = List.of(
                Objects.toString(user.getFirstName(), ""),
                Objects.toString(user.getLastName(), ""),
                Objects.toString(user.getEmail(), ""));
        var now = List.of(
                or(first + name, before.get(0)),
                or(last, name.isEmpty() ? before.get(1) : ""),
                or(email, before.get(2)));
        if (isNew || !now.equals(before)) {
            user.setFirstName(now.get(0));
            user.setLastName(now.get(1));
            user.setEmail(now.get(2));
            identity.saveUser(user);
        }
    }

    private static String or(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    private void give(String id, Set<String> roles) {
        var before = identity.createGroupQuery().groupMember(id).unlimitedList().stream()
                .map(Group::getId)
                .filter(Roles.ALL::contains)
                .collect(Collectors.toSet());
        var lost = new HashSet<>(before);
        lost.removeAll(roles);
        lost.forEach(role -> identity.deleteMembership(id, role));
        roles.stream().filter(role -> !before.contains(role)).forEach(role -> identity.createMembership(id, role));
    }

    private static String text(Map<String, Object> claims, String claim) {
        var text = claims.get(claim) instanceof String given
                ? given.replaceAll("\\p{Cntrl}", " ").strip()
                : "";
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
