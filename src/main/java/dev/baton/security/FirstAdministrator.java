package dev.baton.security;

import dev.baton.camunda.Ids;
import dev.baton.camunda.InvalidSetting;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the first administrator, once: as {@code baton.admin.id} and {@code baton.admin.password} say, or with a random
 * secret that is printed this one time. As long as anybody is an administrator nothing happens here.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identity;
    private final TransactionOperations transaction;
    private final String id;
    private final @Nullable String chosen;

    FirstAdministrator(
            IdentityService identity,
            TransactionOperations transaction,
            @Value("${baton.admin.id:admin}") String id,
            @Value("${baton.admin.password:#{null}}") @Nullable String chosen) {
        this.identity = identity;
        this.transaction = transaction;
        this.id = id;
        this.chosen = chosen == null || chosen.isEmpty() ? null : chosen;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(100)
    void create() {
        if (identity.createUserQuery().memberOfGroup(Roles.ADMINISTRATOR).count() > 0) {
            return;
        }
        var password = chosen == null ? RandomPassword.next() : chosen;
        check(password);
        transaction.executeWithoutResult(status -> save(password));
        if (chosen == null) {
            LOG.warn("""

                    ----------------------------------------------------------------
                     The first administrator of Baton
                       person:   {}
                       password: {}
                     Printed this once. Sign in and change it under "My Profile".
                    ----------------------------------------------------------------
                    """, id, password);
        }
    }

    private void save(String password) {
        var user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identity.newUser(id);
            user.setFirstName("First");
            user.setLastName("Administrator");
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(id, Roles.ADMINISTRATOR);
    }

    private void check(String password) {
        if (!Ids.allow(id)) {
            throw new InvalidSetting("baton.admin.id", "A person's id has letters, digits and . _ @ - only.");
        }
        if (!identity.checkPasswordAgainstPolicy(password).isValid()) {
            throw new InvalidSetting(
                    "baton.admin.password",
                    "The password breaks the policy: at least 10 characters, among them an upper-case and a lower-case "
                            + "letter, a digit and a special character.");
        }
    }
}
