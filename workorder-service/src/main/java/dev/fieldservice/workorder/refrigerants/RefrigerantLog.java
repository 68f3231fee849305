package dev.fieldservice.workorder.refrigerants;

import dev.fieldservice.platform.csv.Csv;
import java.util.Arrays;
import java.util.List;

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

    private RefrigerantLog() {}

    static String write(List<RefrigerantEntry> entries) {
        return Csv.write(
                COLUMNS, entries.stream().<List<?>>map(RefrigerantLog::line).toList());
    }

    private static List<?> line(RefrigerantEntry e) {
        return Arrays.asList(
                e.occurredAt,
                e.orderNumber,
                e.asset.name(),
                e.asset.serialNumber(),
                e.kind,
                e.refrigerant,
                e.kilograms,
                e.cylinder,
                e.origin,
                e.facility,
                e.bar,
                e.minutes,
                e.tight,
                e.technicianName,
                e.reversal == null ? null : e.reversal.reason());
    }
}
