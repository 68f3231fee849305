package dev.fieldservice.billing.margins;

import dev.fieldservice.platform.csv.Csv;
import java.util.Arrays;
import java.util.List;

/** Writes margins as CSV. */
final class MarginFile {

    /** New ones come last, for whoever counts columns. */
    private static final List<String> COLUMNS = List.of(
            "key",
            "name",
            "currency",
            "jobs",
            "jobsWithoutInvoice",
            "revenue",
            "partsCost",
            "labourCost",
            "travelCost",
            "cost",
            "margin",
            "marginPercent",
            "usagesWithoutCost",
            "hoursWithoutCost",
            "kilometresCost",
            "journeysWithoutCost");

    private MarginFile() {}

    static String write(List<Margin> margins) {
        return Csv.write(
                COLUMNS, margins.stream().<List<?>>map(MarginFile::line).toList());
    }

    private static List<?> line(Margin m) {
        return Arrays.asList(
                m.key(),
                m.name(),
                m.revenue().currency(),
                m.jobs(),
                m.jobsWithoutInvoice(),
                m.revenue().amount(),
                m.partsCost().amount(),
                m.labourCost().amount(),
                m.travelCost().amount(),
                m.cost().amount(),
                m.margin().amount(),
                m.marginPercent(),
                m.usagesWithoutCost(),
                m.hoursWithoutCost(),
                m.kilometresCost().amount(),
                m.journeysWithoutCost());
    }
}
