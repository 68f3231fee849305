package dev.fieldservice.bench.scale;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and tables as a page says them. */
final class Words {

    static final String NOT_MEASURED = "not measured";

    private Words() {}

    /** With three digits that count, and thousands apart: 0.0123, 1.25, 37, 600 000. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return NOT_MEASURED;
        }
        if (value == Math.rint(value) || value >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', ' ');
        }
        int digits = value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** The same with its unit, of which "/s" and the like follow without a blank. */
    static String of(double value, String unit) {
        return Double.isNaN(value) ? NOT_MEASURED : of(value) + (unit.startsWith("/") ? unit : " " + unit);
    }

    /** One number where both are the same. */
    static String range(double from, double to) {
        return of(from).equals(of(to)) ? of(from) : of(from) + " to " + of(to);
    }

    /** In two digits that count: nobody knows better how many people that is. */
    static double roughly(double technicians) {
        if (Double.isNaN(technicians) || technicians < 10) {
            return technicians;
        }
        double step = 1;
        while (technicians / step >= 100) {
            step *= 10;
        }
        return Math.floor(technicians / step) * step;
    }

    /** Seconds. */
    static String time(double seconds) {
        if (seconds < 0.0005) {
            return "0";
        }
        return seconds < 1
                ? Math.round(seconds * 1000) + " ms"
                : seconds < 600 ? of(Math.round(seconds)) + " s" : of(Math.round(seconds / 60)) + " min";
    }

    /** In Markdown. */
    static String table(List<String> head, List<List<String>> rows) {
        return row(head)
                + "|---".repeat(head.size()) + "|\n"
                + rows.stream().map(Words::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
