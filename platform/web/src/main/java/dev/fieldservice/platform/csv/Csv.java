package dev.fieldservice.platform.csv;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes lists as CSV (RFC 4180), for spreadsheets and those who import them. */
public final class Csv {

    /**
     * With these a spreadsheet begins to reckon, and may do what somebody else has written: at the beginning of a field, and where one
     * that separates by something else takes a field to begin.
     */
    private static final String FORMULA = "(^|[;,\t\r\n])(?=[=+@\t\r-])";

    private Csv() {}

    /** A line of names, and one for each of what follows. */
    public static String write(List<String> columns, Collection<List<?>> lines) {
        return Stream.concat(Stream.of(columns), lines.stream()).map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<?> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Numbers are written as they are, below zero too; what is null is empty. */
    private static String field(Object any) {
        return switch (any) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            default -> text(any.toString());
        };
    }

    private static String text(String any) {
        String safe = any.replaceAll(FORMULA, "$1'");
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
