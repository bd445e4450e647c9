package dev.baton.security;

import dev.baton.camunda.Changes;
import dev.baton.camunda.PeopleChanges;
import dev.baton.camunda.PersonDeletion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/**
 * The tokens of technical users. Each acts as its person, with those of its roles that the person still has: without the
 * person, or without any of the roles, it is worth nothing.
 */
@Repository
class Tokens implements PersonDeletion {

    static final String PREFIX = "baton_";
    private static final int SECRET_BYTES = 32;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** @param lastUsed to the minute; null: never */
    record Token(
            String id,
            String name,
            String person,
            List<String> roles,
            String createdBy,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed) {}

    /** A token that was right a moment ago. */
    private record Proven(EngineUser user, Instant expires, Changes.Moment moment) {}

    private final JdbcClient database;
    private final EngineUserDetailsService users;
    private final PeopleChanges changes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Proven> proven = new ConcurrentHashMap<>();

    Tokens(JdbcClient database, EngineUserDetailsService users, PeopleChanges changes, Clock clock) {
        this.database = database;
        this.users = users;
        this.changes = changes;
        this.clock = clock;
    }

    /** Keeps a new token; the secret is given back and kept nowhere. */
    String create(Token token) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("insert into baton_token (id, digest, name, person, roles, created_by, created, expires)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        token.id,
                        digest(secret),
                        token.name,
                        token.person,
                        String.join(",", token.roles),
                        token.createdBy,
                        Timestamp.from(token.created),
                        Timestamp.from(token.expires))
                .update();
        return secret;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Every token, the newest first. */
    List<Token> all() {
        return database.sql("select * from baton_token order by created desc, id")
                .query(Tokens::token)
                .list();
    }

    /** Ends it on this node at once, on others within a second. */
    void revoke(String id) {
        database.sql("delete from baton_token where id = ?").param(id).update();
        proven.clear();
    }

    /** Nobody of the same name inherits them. */
    @Override
    public void deleted(String person) {
        database.sql("delete from baton_token where person = ?").param(person).update();
    }

    /** Who comes with this secret; nobody where it is unknown, over, or worth nothing any more. */
    Optional<EngineUser> user(String secret) {
        var digest = digest(secret);
        var now = clock.instant();
        var known = proven.get(digest);
        if (known != null && known.moment.holds() && known.expires.isAfter(now)) {
            return Optional.of(known.user);
        }
        var moment = changes.moment();
        var found = database.sql("select * from baton_token where digest = ?")
                .param(digest)
                .query(Tokens::token)
                .optional()
                .filter(token -> token.expires.isAfter(now));
        var user = found.flatMap(this::user);
        if (user.isEmpty()) {
            proven.remove(digest);
            return Optional.empty();
        }
        note(found.get(), now);
        proven.put(digest, new Proven(user.get(), found.get().expires, moment));
        return user;
    }

    private Optional<EngineUser> user(Token token) {
        try {
            var person = users.loadUserByUsername(token.person);
            var roles = person.groups().stream().filter(token.roles::contains).toList();
            return roles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new EngineUser(person.id(), roles, person.tenants()));
        } catch (UsernameNotFoundException left) {
            return Optional.empty();
        }
    }

    private void note(Token token, Instant now) {
        if (token.lastUsed == null || token.lastUsed.plus(NOTED_EVERY).isBefore(now)) {
            database.sql("update baton_token set last_used = ? where id = ?")
                    .params(Timestamp.from(now), token.id)
                    .update();
        }
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("last_used");
        return new Token(
                row.getString("id"),
                row.getString("name"),
                row.getString("person"),
                List.of(row.getString("roles").split(",", -1)),
                row.getString("created_by"),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("expires").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
