package dev.fieldservice.platform.codes;

import java.security.SecureRandom;

/**
 * Codes that stand in addresses for people who cannot sign in: whoever has one may see what it leads to. 130 bits in letters that can be
 * typed off paper.
 */
public final class SecretCode {

    private static final int LENGTH = 26;

    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnopqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretCode() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .map(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
