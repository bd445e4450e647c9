package dev.baton.camunda;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What slow checks have found out: whether a password is the one behind a stored hash. That never changes, a new password
 * has another hash. Kept are keyed digests, of a key that this process alone has; no password stays in memory.
 */
public final class PasswordVerdicts {

    private static final int MOST_WRONG = 20_000;

    private final SecretKeySpec key;
    private final Map<String, String> right = new ConcurrentHashMap<>();
    private final Map<String, Boolean> wrong = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_WRONG;
        }
    };

    PasswordVerdicts() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** Whether the password is right; {@code stored} is null where there is no such person, or no password. */
    public Optional<Boolean> known(String person, @Nullable String stored, String password) {
        var trace = trace(person, stored, password);
        if (trace.equals(right.get(person))) {
            return Optional.of(true);
        }
        synchronized (wrong) {
            return wrong.containsKey(trace) ? Optional.of(false) : Optional.empty();
        }
    }

    void note(String person, @Nullable String stored, String password, boolean isRight) {
        var trace = trace(person, stored, password);
        if (isRight) {
            right.put(person, trace);
            return;
        }
        synchronized (wrong) {
            wrong.put(trace, true);
        }
    }

    /** What stands for this password, and can be compared with what stood for another. */
    public String trace(String person, @Nullable String stored, String password) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            for (var part : new String[] {person, stored == null ? "" : stored, password}) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
