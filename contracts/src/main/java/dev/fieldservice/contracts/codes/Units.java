package dev.fieldservice.contracts.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The units of measure: the common codes of UN/ECE Recommendation 20, which electronic invoices take (EN 16931, BT-130). The
 * list is {@code contracts/codes/units.tsv}.
 */
public final class Units {

    private static final Map<String, Integer> DECIMALS = read();

    private Units() {}

    public static boolean isCode(String code) {
        return DECIMALS.containsKey(code);
    }

    /** Whether so much can be there of the unit: half a piece cannot. True of units that are not known. */
    public static boolean fits(BigDecimal amount, String unit) {
        return amount.stripTrailingZeros().scale() <= DECIMALS.getOrDefault(unit, Integer.MAX_VALUE);
    }

    private static Map<String, Integer> read() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Units.class.getResourceAsStream("/contracts/codes/units.tsv")),
                StandardCharsets.UTF_8))) {
            return list.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> Integer.valueOf(line[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
