package dev.baton.camunda;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * BCrypt, with its salt and cost in each hash. The password is digested first, because BCrypt reads 72 bytes and no more;
 * the name, which stands before each stored hash, says so.
 */
final class SlowPasswordHash implements PasswordEncryptor {

    static final String NAME = "bcrypt-sha256";
    private static final String PREFIX = "{" + NAME + "}";

    private final BCryptPasswordEncoder bcrypt;
    private final String ofNobody;

    SlowPasswordHash(int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
        ofNobody = encrypt("nobody");
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(digest(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether a stored hash, prefix included, is of this kind and no weaker than new ones. */
    boolean isCurrent(String stored) {
        return stored.startsWith(PREFIX) && !bcrypt.upgradeEncoding(stored.substring(PREFIX.length()));
    }

    /** Takes as long as a check, for whoever has no hash of this kind. */
    void checkNobody(String password) {
        check(password, ofNobody);
    }

    private static String digest(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
