package dev.baton.camunda;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How slowly passwords are hashed.
 *
 * @param strength BCrypt's cost: one more doubles the time that a stored password takes to check, and to guess
 */
@ConfigurationProperties("baton.passwords")
record PasswordSettings(@DefaultValue("11") int strength) {

    PasswordSettings {
        if (strength < 4 || strength > 16) {
            throw new IllegalArgumentException(
                    "baton.passwords.strength is %d; it must be from 4 to 16".formatted(strength));
        }
    }
}
