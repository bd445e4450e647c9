package dev.baton.camunda;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's people, with passwords that take as long to check whether the name is known or not. A miss writes nothing
 * (the engine counts it and would lock the person); a right password whose hash is of an older kind is hashed anew.
 * Whoever keeps something for a person hears of the account's end, and of a role's.
 */
final class PasswordChecks extends DbIdentityServiceProvider {

    private final SlowPasswordHash slow;
    private final PasswordVerdicts verdicts;
    private final Supplier<List<PersonDeletion>> deletions;

    PasswordChecks(SlowPasswordHash slow, PasswordVerdicts verdicts, Supplier<List<PersonDeletion>> deletions) {
        this.slow = slow;
        this.verdicts = verdicts;
        this.deletions = deletions;
    }

    @Override
    public IdentityOperationResult deleteUser(String id) {
        var result = super.deleteUser(id);
        deletions.get().forEach(each -> each.deleted(id));
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String person, String group) {
        var result = super.deleteMembership(person, group);
        deletions.get().forEach(each -> each.leftGroup(person, group));
        return result;
    }

    @Override
    public boolean checkPassword(@Nullable String id, @Nullable String password) {
        if (id == null || password == null) {
            return false;
        }
        var user = findUserById(id);
        var stored = user == null ? null : user.getPassword();
        return verdicts.known(id, stored, password).orElseGet(() -> check(id, user, stored, password));
    }

    private boolean check(String id, @Nullable UserEntity user, @Nullable String stored, String password) {
        if (user == null || stored == null) {
            slow.checkNobody(password);
            verdicts.note(id, stored, password, false);
            return false;
        }
        var isCurrent = slow.isCurrent(stored);
        var isRight = matchPassword(password, user);
        if (!isCurrent && isRight) {
            user.setPassword(password);
            user.encryptPassword();
        } else if (!isCurrent) {
            slow.checkNobody(password);
        }
        verdicts.note(id, isRight ? user.getPassword() : stored, password, isRight);
        return isRight;
    }
}
