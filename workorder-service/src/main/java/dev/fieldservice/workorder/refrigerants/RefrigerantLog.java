package dev.fieldservice.workorder.refrigerants;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a refrigerant log as CSV (RFC 4180), for spreadsheets and inspectors. */
final class RefrigerantLog {

    private static final List<String> COLUMNS = List.of(
            "occurredAt",
            "orderNumber",
            "machine",
            "serialNumber",
            "kind",
            "refrigerant",
            "kilograms",
            "cylinder",
            "origin",
            "facility",
            "bar",
            "minutes",
            "tight",
            "technician",
            "takenBackBecause");

    /**
     * With these a spreadsheet begins to reckon, and may do what somebody else has written: at the beginning of a field, and where one
     * that separates by something else takes a field to begin.
     */
    private static final String FORMULA = "(^|[;,\t\r\n])(?=[=+@\t\r-])";

    private RefrigerantLog() {}

    static String write(List<RefrigerantEntry> entries) {
        return Stream.concat(Stream.of(line(COLUMNS.stream())), entries.stream().map(RefrigerantLog::line))
                .collect(Collectors.joining());
    }

    private static String line(RefrigerantEntry e) {
        return line(Stream.of(
                        e.occurredAt,
                        e.orderNumber,
                        e.asset.name(),
                        Objects.requireNonNullElse(e.asset.serialNumber(), ""),
                        e.kind,
                        Objects.requireNonNullElse(e.refrigerant, ""),
                        plain(e.kilograms),
                        Objects.requireNonNullElse(e.cylinder, ""),
                        Objects.requireNonNullElse(e.origin, ""),
                        Objects.requireNonNullElse(e.facility, ""),
                        plain(e.bar),
                        Objects.requireNonNullElse(e.minutes, ""),
                        Objects.requireNonNullElse(e.tight, ""),
                        e.technicianName,
                        e.reversal == null ? "" : e.reversal.reason())
                .map(Object::toString));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String line(Stream<String> fields) {
        return fields.map(RefrigerantLog::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String field(String any) {
        String safe = any.replaceAll(FORMULA, "$1'");
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
