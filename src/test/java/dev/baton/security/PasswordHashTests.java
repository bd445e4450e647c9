package dev.baton.security;

import static dev.baton.harness.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PasswordHashTests {

    private static final String SLOW = "{bcrypt-sha256}$2";

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    private String person = "";

    @BeforeEach
    void hire() {
        person = people.hire("p" + UUID.randomUUID().toString().substring(0, 8), "strategist");
    }

    @Test
    void aNewPasswordIsStoredSlowlySaltedAndNamed() {
        var colleague = people.hire("q" + UUID.randomUUID().toString().substring(0, 8), "strategist");
        assertThat(stored(person)).startsWith(SLOW).isNotEqualTo(stored(colleague));
    }

    @Test
    void anOldHashIsReplacedWhenItsPersonSignsIn() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-512").digest((PASSWORD + "salt").getBytes(StandardCharsets.UTF_8));
        database.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = 'salt' where ID_ = ?")
                .params("{SHA-512}" + Base64.getEncoder().encodeToString(digest), person)
                .update();
        assertThat(identity.checkPassword(person, "another")).isFalse();
        assertThat(stored(person)).startsWith("{SHA-512}");
        assertThat(identity.checkPassword(person, PASSWORD)).isTrue();
        assertThat(stored(person)).startsWith(SLOW);
        assertThat(identity.checkPassword(person, PASSWORD)).isTrue();
        assertThat(identity.checkPassword(person, "another")).isFalse();
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        var prefix = PASSWORD + "x".repeat(80);
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(prefix + "1");
        identity.saveUser(user);
        assertThat(identity.checkPassword(person, prefix + "1")).isTrue();
        assertThat(identity.checkPassword(person, prefix + "2")).isFalse();
    }

    @Test
    void aMissWritesNothing() {
        assertThat(identity.checkPassword(person, "wrong")).isFalse();
        assertThat(database.sql("select ATTEMPTS_ from ACT_ID_USER where ID_ = ?")
                        .param(person)
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void whoHasNoPasswordComesInWithNone() {
        database.sql("update ACT_ID_USER set PWD_ = null where ID_ = ?")
                .param(person)
                .update();
        assertThat(identity.checkPassword(person, "")).isFalse();
        assertThat(identity.checkPassword(person, "null")).isFalse();
    }

    private String stored(String id) {
        return identity.createUserQuery().userId(id).singleResult().getPassword();
    }
}
