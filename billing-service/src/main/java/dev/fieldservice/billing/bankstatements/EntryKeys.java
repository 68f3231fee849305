package dev.fieldservice.billing.bankstatements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The keys by which an entry is recorded once, whatever file it comes in again. What the bank cannot tell apart (the same sum with
 * the same words on one day) is told apart by how many of it stand before it in the file.
 */
final class EntryKeys {

    private EntryKeys() {}

    /** One for each entry, in that order. */
    static List<String> of(List<BankEntry> entries) {
        Map<List<String>, Integer> before = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (BankEntry entry : entries) {
            int occurrence = before.merge(entry.identity(), 1, Integer::sum);
            keys.add(sha256((String.join("\u0000", entry.identity()) + "\u0000" + occurrence)
                    .getBytes(StandardCharsets.UTF_8)));
        }
        return keys;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
