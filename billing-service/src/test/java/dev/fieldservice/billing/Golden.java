package dev.fieldservice.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An invoice that was computed by hand: what was done under which prices, and what it has to say. */
record Golden(String name, List<String> given, List<String> lines, List<String> taxes, String total) {

    static List<Golden> all() {
        try (InputStream table = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/invoices.txt"))) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n## ")).skip(1).map(Golden::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Golden read(String text) {
        List<String> rows = text.lines().filter(row -> !row.isBlank()).toList();
        List<String> given = new ArrayList<>(rows.subList(1, rows.size()));
        given.removeIf(row -> row.startsWith("= ") || row.startsWith("% ") || row.startsWith("total "));
        return new Golden(
                rows.getFirst(),
                given,
                starting(rows, "= ").map(row -> cells(row, 5)).toList(),
                starting(rows, "% ").map(row -> cells(row, 3)).toList(),
                starting(rows, "total ").map(row -> cells(row, 3)).findFirst().orElseThrow());
    }

    private static Stream<String> starting(List<String> rows, String with) {
        return rows.stream().filter(row -> row.startsWith(with)).map(row -> row.substring(with.length()));
    }

    /** Without the explanation at the end. */
    private static String cells(String row, int count) {
        return String.join(
                " | ",
                Arrays.stream(row.split("\\|", -1))
                        .limit(count)
                        .map(String::strip)
                        .toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
