package dev.baton.security;

import java.security.SecureRandom;

/** A password nobody could guess, which meets the password policy and can be read aloud: no look-alike letters. */
public final class RandomPassword {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";

    private RandomPassword() {}

    /** Five groups of four, about eighty-five random bits. */
    public static String next() {
        var password = new StringBuilder();
        for (var group = 0; group < 5; group++) {
            password.append(group == 0 ? "" : "-")
                    .append(pick(UPPER))
                    .append(pick(LOWER))
                    .append(pick(LOWER))
                    .append(pick(DIGITS));
        }
        return password.toString();
    }

    private static char pick(String letters) {
        return letters.charAt(RANDOM.nextInt(letters.length()));
    }
}
