package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the web apps. One holds as long as the person has the password and every role that it was opened with;
 * that is asked of the database at each request, so that it does not matter on which node they were taken away. One that a
 * sign-on has opened also has an end.
 */
final class WebAppSessions {

    private static final String OPENED = WebAppSessions.class.getName();
    private static final String SIGN_OUT = OPENED + ".signOut";

    /** With what a session was opened. */
    private record Opened(
            @Nullable String password,
            Set<String> groups,
            @Nullable Instant until) implements Serializable {}

    /** Somebody about to sign in, as before the password was checked. */
    record Entry(EngineUserDetailsService.@Nullable Account account) {}

    private final EngineUserDetailsService users;
    private final Clock clock;

    WebAppSessions(EngineUserDetailsService users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    Entry before(String id) {
        return new Entry(users.account(id).orElse(null));
    }

    void opened(@Nullable HttpSession session, Entry entry) {
        if (session != null && entry.account != null) {
            session.setAttribute(OPENED, opened(entry.account, null));
        }
    }

    /**
     * Opens a new one for somebody who has proven elsewhere who they are, in place of any that was there.
     *
     * @param signOut the page by which a browser signs out there too; null where there is none
     */
    void open(HttpServletRequest request, String id, Instant until, @Nullable String signOut) {
        var account = users.account(id).orElseThrow();
        AuthenticationUtil.revalidateSession(
                request, AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, id));
        var session = request.getSession();
        session.setAttribute(OPENED, opened(account, until));
        session.setAttribute(SIGN_OUT, signOut);
    }

    /** The page by which whoever ends this session signs out elsewhere too. */
    static Optional<String> signOut(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(SIGN_OUT));
    }

    /** Who is signed in; ends a session that no longer holds. */
    Optional<EngineUser> person(HttpSession session) {
        var login = AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        if (login == null) {
            return Optional.empty();
        }
        var account = users.account(login.getIdentityId());
        if (account.isEmpty() || !holds(session.getAttribute(OPENED), opened(account.get(), null))) {
            session.invalidate();
            return Optional.empty();
        }
        return account.map(EngineUserDetailsService.Account::person);
    }

    private boolean holds(@Nullable Object before, Opened now) {
        return before instanceof Opened opened
                && Objects.equals(opened.password, now.password)
                && (opened.until == null || clock.instant().isBefore(opened.until))
                && now.groups.containsAll(opened.groups);
    }

    private static Opened opened(EngineUserDetailsService.Account account, @Nullable Instant until) {
        return new Opened(account.storedHash(), Set.copyOf(account.person().groups()), until);
    }
}
