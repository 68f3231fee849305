package dev.fieldservice.workorder.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** The codes by which whoever has a report asks whether it is genuine: 130 bits in letters that can be typed off the paper. */
@ApplicationScoped
class VerificationCodes {

    private static final int LENGTH = 26;

    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnopqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .map(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
