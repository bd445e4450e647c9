package dev.baton.security;

import dev.baton.camunda.PersonDeletion;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who of a provider has which account. It is there without a provider too: an account that ends meanwhile must not be
 * taken for another of that name later.
 */
@Repository
class SignOnAccounts implements PersonDeletion {

    /** The account of a subject, and whether it was deleted since. */
    record Account(String person, boolean deleted) {}

    private final JdbcClient database;

    SignOnAccounts(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> of(String issuer, String subject) {
        return database.sql("select person, account_deleted from baton_sign_on where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query((row, number) -> new Account(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    /** Whether somebody has, or had, the account of this name. */
    boolean isGiven(String person) {
        return database.sql("select person from baton_sign_on where person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void give(String issuer, String subject, String person) {
        database.sql("insert into baton_sign_on (issuer, subject, person, account_deleted) values (?, ?, ?, false)")
                .params(issuer, subject, person)
                .update();
    }

    /** The account is made anew for whom it was. */
    void restored(String person) {
        mark(person, false);
    }

    @Override
    public void deleted(String person) {
        mark(person, true);
    }

    private void mark(String person, boolean deleted) {
        database.sql("update baton_sign_on set account_deleted = ? where person = ?")
                .params(deleted, person)
                .update();
    }
}
