package dev.baton.security;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the web apps' login. One holds as long as the person has the password and every role that it was opened
 * with; that is asked of the database at each request, so that it does not matter on which node they were taken away.
 */
final class WebAppSessions {

    private static final String OPENED = WebAppSessions.class.getName();

    /** With what a session was opened. */
    private record Opened(@Nullable String password, Set<String> groups) implements Serializable {}

    /** Somebody about to sign in, as before the password was checked. */
    record Entry(EngineUserDetailsService.@Nullable Account account) {}

    private final EngineUserDetailsService users;

    WebAppSessions(EngineUserDetailsService users) {
        this.users = users;
    }

    Entry before(String id) {
        return new Entry(users.account(id).orElse(null));
    }

    void opened(@Nullable HttpSession session, Entry entry) {
        if (session != null && entry.account != null) {
            session.setAttribute(OPENED, opened(entry.account));
        }
    }

    /** Who is signed in; ends a session that no longer holds. */
    Optional<EngineUser> person(HttpSession session) {
        var login = AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        if (login == null) {
            return Optional.empty();
        }
        var account = users.account(login.getIdentityId());
        if (account.isEmpty() || !holds(session.getAttribute(OPENED), opened(account.get()))) {
            session.invalidate();
            return Optional.empty();
        }
        return account.map(EngineUserDetailsService.Account::person);
    }

    private static boolean holds(@Nullable Object before, Opened now) {
        return before instanceof Opened opened
                && java.util.Objects.equals(opened.password, now.password)
                && now.groups.containsAll(opened.groups);
    }

    private static Opened opened(EngineUserDetailsService.Account account) {
        return new Opened(account.storedHash(), Set.copyOf(account.person().groups()));
    }
}
